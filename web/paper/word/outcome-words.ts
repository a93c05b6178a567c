import { type Block, paragraphOf, tableOf } from "../../../domain/export/paper.ts";
import { formatDay } from "../../../domain/time.ts";
import { id as messages } from "../../messages/id.ts";
import { printId } from "../../messages/print-id.ts";
import type { OutcomeData } from "../../outcomes/outcomes-query.ts";
import { blankLine, factsBlock, headingBlock, type PaperWords } from "./word-parts.ts";

const { outcome: paper } = printId;

/** Lembar Hasil Belajar; of an unnamed case it names no village, whoever takes it along. */
export function outcomeWords(
  { document, forum, applying, applyingCount }: OutcomeData,
  outcome: NonNullable<OutcomeData["outcome"]>,
): PaperWords {
  const named = document.isUnnamed ? [] : applying;
  const told = (title: string, text: string): Block[] => [
    headingBlock(title),
    paragraphOf(text || blankLine),
  ];
  const rows = named.map(({ village, result }, at) => [`${at + 1}`, village.name, result ?? ""]);
  return {
    heading: paper.title,
    title: "",
    blocks: [
      factsBlock([
        { name: paper.case, value: document.title },
        { name: paper.theme, value: messages.themes[document.theme] },
        { name: paper.forum, value: forum.title },
        { name: paper.written, value: formatDay(outcome.changedAt) },
      ]),
      ...told(paper.learnt, outcome.learnt),
      ...told(paper.agreement, outcome.agreement?.text ?? ""),
      ...told(paper.decision, outcome.decision),
      headingBlock(paper.applying),
      rows.length > 0 ? tableOf(paper.columns, rows) : paragraphOf(paper.count(applyingCount)),
      ...told(paper.result, outcome.result ?? ""),
    ],
    foot: [],
    signature: [],
  };
}
