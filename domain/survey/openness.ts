/**
 * Who learns which village answered what: every village that was asked, facilitators and the camat
 * alone, or nobody. Whoever does not learn it sees sums over at least `smallestRelease` villages.
 */
export const surveyOpennesses = ["villages", "hosts", "nobody"] as const;
export type SurveyOpenness = (typeof surveyOpennesses)[number];

/** Whether people of the district's office, or of another village, learn whose an answer is. */
export function seesVillages(openness: SurveyOpenness, who: "host" | "village"): boolean {
  return openness === "villages" || (openness === "hosts" && who === "host");
}
