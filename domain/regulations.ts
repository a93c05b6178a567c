import { cleanLine, foldWords } from "./people-words.ts";

/** How a regulation stands on a day. */
export const regulationStandings = ["inForce", "notYet", "replaced", "withdrawn"] as const;
export type RegulationStanding = (typeof regulationStandings)[number];

/** What the register keeps of a regulation; days are YYYY-MM-DD in WIB. */
export interface RegulationFacts {
  /** As facilitators write it, such as "Permendagri". */
  kind: string;
  number: string;
  year: number;
  inForceSince: string | null;
  withdrawnOn: string | null;
}

/** Its name as people write it: "Permendagri 20/2018". */
export function shortName({ kind, number, year }: RegulationFacts): string {
  return `${kind} ${number}/${year}`;
}

/** Its name as letters write it: "Permendagri Nomor 20 Tahun 2018". */
export function longName({ kind, number, year }: RegulationFacts): string {
  return `${kind} Nomor ${number} Tahun ${year}`;
}

/** What a register holds once, however it is written: kind, number and year, folded. */
export function regulationKey({
  kind,
  number,
  year,
}: Pick<RegulationFacts, "kind" | "number" | "year">): string {
  return [foldWords(kind), cleanLine(number).toLowerCase(), year].join("|");
}

/**
 * How a regulation stands on a day: a withdrawal counts before a replacement, and what replaces it
 * only from the day on which that is in force itself.
 * @param replacement what replaces it, null where nothing does
 * @param today YYYY-MM-DD in WIB
 */
export function standingOf(
  regulation: RegulationFacts,
  replacement: RegulationFacts | null,
  today: string,
): RegulationStanding {
  if (regulation.withdrawnOn !== null && regulation.withdrawnOn <= today) return "withdrawn";
  if (replacement !== null && (replacement.inForceSince ?? "") <= today) return "replaced";
  return (regulation.inForceSince ?? "") > today ? "notYet" : "inForce";
}
