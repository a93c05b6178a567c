import { paragraphOf, tableOf } from "../../../domain/export/paper.ts";
import { dayInWords } from "../../../domain/paper/day-in-words.ts";
import { formatTimeRange } from "../../../domain/time.ts";
import type { ForumPageData } from "../../forums/forum-query.ts";
import { printId } from "../../messages/print-id.ts";
import { representativeOf } from "../forum-signatories.ts";
import type { Signatory } from "../SignatureBlock.tsx";
import { blankLine, numberedBlock, type PaperWords, signatureLines } from "./word-parts.ts";

const { agreements: paper } = printId;

/** Berita Acara Kesepakatan, with a row for each village's hand. */
export function agreementsWords(
  { forum, villages }: ForumPageData,
  agreements: readonly string[],
  typed: Signatory & { number: string },
): PaperWords {
  const { startsAt, endsAt, place, title } = forum;
  const rows = villages.map((village, at) => {
    const person = representativeOf(village);
    const who = person ? [person.name, person.position].filter(Boolean).join(", ") : "";
    return [`${at + 1}`, village.name, who, `${at + 1}.`];
  });
  return {
    heading: paper.title,
    title: `${paper.number} ${typed.number || blankLine}`,
    blocks: [
      paragraphOf(
        paper.opening(dayInWords(startsAt), formatTimeRange(startsAt, endsAt), place, title),
      ),
      paragraphOf(paper.agreed(villages.length)),
      numberedBlock(agreements),
      paragraphOf(paper.closing),
      tableOf(paper.columns, rows),
    ],
    foot: [],
    signature: signatureLines(typed, paper.known),
  };
}
