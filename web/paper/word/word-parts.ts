import type { Block, Paper } from "../../../domain/export/paper.ts";
import { plainRuns } from "../../../domain/export/paper.ts";
import { printId } from "../../messages/print-id.ts";
import type { Signatory } from "../SignatureBlock.tsx";

/** What a person writes on by hand. */
export const blankLine = "____________________";

/** An office's paper as blocks, without the kop and the foot of its pages. */
export type PaperWords = Omit<Paper, "kop" | "pageFoot">;

export function factsBlock(facts: readonly { name: string; value: string }[]): Block {
  return {
    kind: "facts",
    facts: facts.map(({ name, value }) => ({ name, runs: plainRuns(value) })),
  };
}

/** One item for each, or lines to write on where there is none. */
export function numberedBlock(items: readonly string[]): Block {
  const lines = items.length > 0 ? items : [blankLine, blankLine, blankLine];
  return {
    ...({ kind: "list", of: "numbers", start: 1 } as const),
    items: lines.map((text) => ({ blocks: [{ kind: "paragraph", runs: plainRuns(text) }] })),
  };
}

export function headingBlock(text: string): Block {
  return { kind: "heading", level: 1, runs: plainRuns(text) };
}

/** With room for a hand between the position and the name. */
export function signatureLines({ position, name, nip }: Signatory, above = ""): string[] {
  return [
    ...[above, position].filter((line) => line !== ""),
    ...["", "", ""],
    name || blankLine,
    ...(nip === "" ? [] : [printId.signature.nipOf(nip)]),
  ];
}
