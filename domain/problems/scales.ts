/** How hard a problem presses, how much hangs on it, and how often it comes; each from 1 to 5. */
export const problemScales = ["urgency", "impact", "frequency"] as const;
export type ProblemScale = (typeof problemScales)[number];
export type Scales = Readonly<Record<ProblemScale, number>>;

export const scaleSteps = [1, 2, 3, 4, 5] as const;

/** How heavy a problem is, in a word that needs no colour. */
export const levels = ["light", "medium", "heavy"] as const;
export type Level = (typeof levels)[number];

/** From 3 to 15: the three scales weigh the same. */
export function weightOf({ urgency, impact, frequency }: Scales): number {
  return urgency + impact + frequency;
}

/** Of a weight from 3 to 15: up to 6 light, up to 10 medium, heavy above. */
export function levelOf(weight: number): Level {
  if (weight <= 6) return "light";
  return weight <= 10 ? "medium" : "heavy";
}

/** What problems that are merged begin with: of each scale the highest, so that nothing gets lighter. */
export function heaviest(all: readonly Scales[]): Scales {
  const most = (scale: ProblemScale) => Math.max(1, ...all.map((each) => each[scale]));
  return { urgency: most("urgency"), impact: most("impact"), frequency: most("frequency") };
}
