import { dayInWib } from "../../domain/wib.ts";
import type { Phase, ShownStretch, Version } from "./history-answers.ts";

export type TimelineRow =
  | { kind: "phase"; key: string; phase: Phase | null; at: number }
  | { kind: "day"; key: string; at: number }
  | { kind: "version"; key: string; version: Version }
  | { kind: "stretch"; key: string; stretch: ShownStretch };

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
 * written in it, and each version above the newest words that it holds.
 * @param phases in the order in which they began
 * @param versions the newest first
 */
export function rowsOfPage(
  { stretches, above, isLast }: Page,
  phases: readonly Phase[],
  versions: readonly Version[],
): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let before = above;
  for (const stretch of stretches) {
    rows.push(...headingsBetween(before, stretch, phases));
    const upTo = before?.to ?? Number.POSITIVE_INFINITY;
    rows.push(...versionRows(versions, stretch.to, upTo));
    rows.push({ kind: "stretch", key: `${stretch.from}-${stretch.to}`, stretch });
    before = stretch;
  }
  if (isLast) rows.push(...versionRows(versions, 0, before?.to ?? Number.POSITIVE_INFINITY));
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

/** Versions whose newest words are those of `from`, or newer ones before `upTo`. */
function versionRows(versions: readonly Version[], from: number, upTo: number): TimelineRow[] {
  return versions
    .filter(({ place }) => place >= from && place < upTo)
    .map((version) => ({ kind: "version", key: `version ${version.id}`, version }));
}
