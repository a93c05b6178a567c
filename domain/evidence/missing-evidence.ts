import type { EvidenceNumber, IndicatorStatus } from "./evidence-lists.ts";

/** What an indicator still lacks. */
export const missingKinds = ["level", "proof", "rows", "status"] as const;
export type Missing = (typeof missingKinds)[number];

interface Indicator {
  /** 1 to 3; 0 where none is reached yet; null where nobody chose. */
  level: number | null;
  status: IndicatorStatus;
  systemNumber: EvidenceNumber | null;
  /** Whether it has no levels to choose from. */
  hasLevels: boolean;
  proofCount: number;
  fileCount: number;
}

/**
 * What is missing until an indicator can be handed in: a chosen level, something that proves it, rows
 * behind the number that belongs to it, and the word that it is complete.
 * @param values the product's numbers; null or left out where there is no row
 */
export function missingOf(
  indicator: Indicator,
  values: Partial<Record<EvidenceNumber, number | null>>,
): Missing[] {
  const { level, status, systemNumber, hasLevels, proofCount, fileCount } = indicator;
  const missing: Missing[] = [];
  const hasRows = systemNumber !== null && (values[systemNumber] ?? null) !== null;
  if (hasLevels && level === null) missing.push("level");
  if (proofCount + fileCount === 0) missing.push("proof");
  if (systemNumber !== null && !hasRows) missing.push("rows");
  if (status !== "complete") missing.push("status");
  return missing;
}
