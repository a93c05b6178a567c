import type { EvidenceNumber } from "../../domain/evidence/evidence-lists.ts";
import { type Missing, missingOf } from "../../domain/evidence/missing-evidence.ts";
import type { Indicator } from "./evidence-query.ts";
import { levelsOf } from "./levels-of.ts";

interface Counted {
  number: EvidenceNumber;
  value: number | null;
}

/** What this indicator lacks, given the product's numbers of the period. */
export function missingOfIndicator(indicator: Indicator, numbers: readonly Counted[]): Missing[] {
  const { level, status, systemNumber, proofs, files } = indicator;
  return missingOf(
    {
      ...{ level, status, systemNumber },
      hasLevels: levelsOf(indicator).length > 0,
      proofCount: proofs.length,
      fileCount: files.length,
    },
    Object.fromEntries(numbers.map(({ number, value }) => [number, value])),
  );
}
