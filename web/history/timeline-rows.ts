import { dayInWib } from "../../domain/wib.ts";
import type { Phase, ShownStretch, Version } from "./history-answers.ts";
import type { ReviewNote, ShownReview } from "./review/review-query.ts";

export type TimelineRow =
  | { kind: "phase"; key: string; phase: Phase | null; at: number }
  | { kind: "day"; key: string; at: number }
  | { kind: "version"; key: string; version: Version }
  | { kind: "review"; key: string; review: ShownReview }
  | { kind: "note"; key: string; note: ReviewNote }
  | {
      kind: "stretch";
      key: string;
      stretch: ShownStretch;
      /** The phase in which it began, where that is not the one in which it ended; else undefined. */
      beganIn: Phase | null | undefined;
    };

/** What stands at places of the record, each list in any order. */
export interface Marks {
  versions: readonly Version[];
  reviews: readonly ShownReview[];
  notes: readonly ReviewNote[];
}

interface Page {
  /** Newest first. */
  stretches: readonly ShownStretch[];
  /** The stretch above this page, null at the top. */
  above: ShownStretch | null;
  /** Whether the record begins with this page. */
  isLast: boolean;
}

/**
 * The rows of one page of the timeline: each phase of the forum and each day stands above what was
 * written in it, and each version, review and note above the newest words that it holds.
 * @param phases in the order in which they began
 */
export function rowsOfPage(
  { stretches, above, isLast }: Page,
  phases: readonly Phase[],
  marks: Marks,
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let before = above;
  for (const stretch of stretches) {
    rows.push(...headingsBetween(before, stretch, phases));
    const upTo = before?.to ?? Number.POSITIVE_INFINITY;
    rows.push(...markRows(marks, stretch.to, upTo));
    const began = phaseAt(stretch.fromAt, phases);
    const beganIn = began === phaseAt(stretch.toAt, phases) ? undefined : began;
    rows.push({ kind: "stretch", key: `${stretch.from}-${stretch.to}`, stretch, beganIn });
    before = stretch;
  }
  if (isLast) rows.push(...markRows(marks, 0, before?.to ?? Number.POSITIVE_INFINITY));
  return rows;
}

function headingsBetween(
  above: ShownStretch | null,
  { to, toAt }: ShownStretch,
  phases: readonly Phase[],
): TimelineRow[] {
  const day: TimelineRow = { kind: "day", key: `day ${to}`, at: toAt };
  if (phases.length === 0 && !above) return [day];
  const phase = phaseAt(toAt, phases);
  if (!above || phaseAt(above.toAt, phases) !== phase) {
    return [{ kind: "phase", key: `phase ${to}`, phase, at: toAt }];
  }
  return dayInWib(above.toAt) === dayInWib(toAt) ? [] : [day];
}

function phaseAt(at: number, phases: readonly Phase[]): Phase | null {
  return phases.findLast((phase) => phase.at <= at) ?? null;
}

/** What stands on the words of `from`, or on newer ones before `upTo`; the newest first. */
function markRows({ versions, reviews, notes }: Marks, from: number, upTo: number): TimelineRow[] {
  const isHere = ({ place }: { place: number }) => place >= from && place < upTo;
  const marks: { at: number; place: number; row: TimelineRow }[] = [
    ...reviews.filter(isHere).map((review) => ({
      ...{ at: review.at, place: review.place },
      row: { kind: "review" as const, key: `review ${review.place} ${review.at}`, review },
    })),
    ...notes.filter(isHere).map((note) => ({
      ...{ at: note.at, place: note.place },
      row: { kind: "note" as const, key: `note ${note.id}`, note },
    })),
    ...versions.filter(isHere).map((version) => ({
      ...{ at: version.at, place: version.place },
      row: { kind: "version" as const, key: `version ${version.id}`, version },
    })),
  ];
  return marks.sort((a, b) => b.place - a.place || b.at - a.at).map(({ row }) => row);
}
