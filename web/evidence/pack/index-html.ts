import { stageState } from "../../../domain/evidence/stage-state.ts";
import { dayInWib } from "../../../domain/wib.ts";
import { htmlSafe } from "../../files/html-safe.ts";
import { missingOfIndicator } from "../missing-of-indicator.ts";
import { shownDay, shownNumber } from "../shown-values.ts";
import { numberPath } from "./number-csv.ts";
import type { IndexOf, PackData, Words } from "./pack-data.ts";
import { proofAddress } from "./proof-address.ts";

/** The pack's table of contents, which every browser opens without a network. */
export function indexHtml(index: IndexOf): string {
  const { data, words } = index;
  const { from, to } = data.period;
  const today = dayInWib(data.exportedAt);
  const day = (text: string) => shownDay(text, "id");
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlSafe(words.title)}</title>
<style>
body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: 0.4rem; text-align: left; vertical-align: top; }
</style>
</head>
<body>
<h1>${htmlSafe(words.title)}</h1>
<p>${htmlSafe(words.pack.index.district(data.district))}. ${htmlSafe(words.period.shown(day(from), day(to)))}. ${htmlSafe(words.pack.index.made(day(today)))}.</p>
<h2>${htmlSafe(words.numbersTitle)}</h2>
<table>
${data.numbers.map((each) => numberRow(each, words)).join("\n")}
</table>
<h2>${htmlSafe(words.missingTitle)}</h2>
${missingPart(index)}
<h2>${htmlSafe(words.indicators.title)}</h2>
${data.indicators.map((each) => indicatorPart(each, index)).join("\n")}
<h2>${htmlSafe(words.pack.index.stages)}</h2>
${data.stages
  .map(
    (stage, place) => `<h3>${place + 1}. ${htmlSafe(words.stageNames[stage.stage])}</h3>
<p>${htmlSafe(
      [
        words.stage.states[stageState(stage, today)],
        stage.plannedOn && words.stage.plannedOn(day(stage.plannedOn)),
        stage.begunOn && words.stage.begunOn(day(stage.begunOn)),
        stage.doneOn && words.stage.doneOn(day(stage.doneOn)),
      ]
        .filter((part) => part)
        .join(" · "),
    )}</p>
${proofList(stage, index)}`,
  )
  .join("\n")}
</body>
</html>
`;
}

function numberRow({ number, value, rows }: PackData["numbers"][number], words: Words): string {
  const { name, how, value: valueWords } = words.numbers[number];
  const shown = value === null ? words.none : valueWords(shownNumber(value, "id"));
  const link =
    rows.length === 0
      ? ""
      : `<a href="${htmlSafe(numberPath(number))}">${htmlSafe(words.rows(rows.length))}</a>`;
  return `<tr><th>${htmlSafe(name)}<br><small>${htmlSafe(how)}</small></th><td>${htmlSafe(shown)}</td><td>${link}</td></tr>`;
}

function missingPart({ data, words }: IndexOf): string {
  const lines = data.indicators.flatMap((each) => {
    const missing = missingOfIndicator(each, data.numbers);
    if (missing.length === 0) return [];
    const name = words.indicators.numbered(each.number, each.name);
    return [
      `<li>${htmlSafe(name)}: ${htmlSafe(missing.map((kind) => words.missing[kind]).join(", "))}</li>`,
    ];
  });
  if (lines.length === 0) return `<p>${htmlSafe(words.allThere)}</p>`;
  return `<ul>\n${lines.join("\n")}\n</ul>`;
}

function indicatorPart(each: PackData["indicators"][number], index: IndexOf): string {
  const { words, data } = index;
  const { indicator } = words;
  const level =
    each.level === null
      ? indicator.noLevel
      : each.level === 0
        ? indicator.belowLevels
        : indicator.levelWords(each.level);
  const counted = data.numbers.find(({ number }) => number === each.systemNumber);
  const facts = [
    ...([3, 2, 1] as const)
      .map((place) => [indicator.levelWords(place), each[`level${place}`]] as const)
      .filter(([, text]) => text !== ""),
    [indicator.proof, each.proof],
    [indicator.level, level],
    [indicator.status, words.statuses[each.status]],
    [indicator.note, each.note],
    ...(counted
      ? [
          [
            words.numbers[counted.number].name,
            counted.value === null
              ? words.none
              : words.numbers[counted.number].value(shownNumber(counted.value, "id")),
          ] as const,
        ]
      : []),
  ] as const;
  return `<h3>${htmlSafe(words.indicators.numbered(each.number, each.name))}</h3>
<table>
${facts.map(([name, text]) => `<tr><th>${htmlSafe(name)}</th><td>${htmlSafe(text)}</td></tr>`).join("\n")}
</table>
${proofList(each, index)}`;
}

type Proven = Pick<PackData["indicators"][number], "proofs" | "files">;

function proofList({ proofs, files }: Proven, { words, origin, paths, missing }: IndexOf): string {
  const items = [
    ...proofs.map((proof) => {
      const address = proofAddress(proof, origin);
      const text = htmlSafe(proof.words || proof.forum?.title || address || "");
      return address === null ? text : `<a href="${htmlSafe(address)}">${text}</a>`;
    }),
    ...files.map(({ id, name }) => {
      if (missing.has(id)) return htmlSafe(`${name} (${words.pack.index.notFetched})`);
      const path = (paths.get(id) ?? name).split("/").map(encodeURIComponent).join("/");
      return `<a href="${htmlSafe(path)}">${htmlSafe(name)}</a>`;
    }),
  ];
  if (items.length === 0) return `<p>${htmlSafe(words.proofs.emptyToRead)}</p>`;
  return `<ul>\n${items.map((item) => `<li>${item}</li>`).join("\n")}\n</ul>`;
}
