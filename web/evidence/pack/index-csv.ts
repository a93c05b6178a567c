import { toCsv } from "../../../domain/csv.ts";
import type { IndexOf } from "./pack-data.ts";
import { type PackedProof, proofAddress } from "./proof-address.ts";

/** The indicators as a table: what is asked for, how far it is, and what proves it. */
export function indexCsv({ data, words, origin, paths, missing }: IndexOf): string {
  const { indicator, proofs, pack } = words;
  const shownValueOf = (number: string | null) =>
    number === null
      ? null
      : (data.numbers.find((each) => each.number === number)?.value ?? words.none);
  return toCsv([
    [
      indicator.number,
      indicator.name,
      ...[3, 2, 1].map(indicator.levelWords),
      indicator.proof,
      indicator.level,
      indicator.status,
      indicator.note,
      indicator.systemNumber,
      pack.index.value,
      proofs.title,
      pack.index.files,
    ],
    ...data.indicators.map((each) => [
      each.number,
      each.name,
      each.level3,
      each.level2,
      each.level1,
      each.proof,
      each.level,
      words.statuses[each.status],
      each.note,
      each.systemNumber === null ? null : words.numbers[each.systemNumber].name,
      shownValueOf(each.systemNumber),
      each.proofs.map((proof) => proofWords(proof, origin)).join("\n"),
      each.files
        .map(({ id, name }) =>
          missing.has(id) ? `${name} (${pack.index.notFetched})` : (paths.get(id) ?? name),
        )
        .join("\n"),
    ]),
  ]);
}

/** What a proof says and where it leads. */
function proofWords({ words, forum, url }: PackedProof, origin: string): string {
  const address = proofAddress({ forum, url }, origin);
  return [words, forum?.title, address].filter((part) => part).join(" · ");
}
