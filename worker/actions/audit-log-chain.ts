import { type AuditRow, chainStart, chainText } from "../../domain/audit.ts";
import { hashToken } from "./tokens.ts";

/** A place in a district's chain: the last row that was looked at, and its hash. */
export interface ChainPlace {
  seq: number;
  hash: string;
}

export type ChainFault =
  /** The next row that is there has a later number. */
  | "missing"
  /** It does not carry the hash of the row before it. */
  | "unlinked"
  /** Its fields do not give its hash. */
  | "altered";

export type ChainVerdict =
  | { state: "intact"; place: ChainPlace }
  | { state: "broken"; seq: number; fault: ChainFault };

export function startOfChain(districtId: string): ChainPlace {
  return { seq: 0, hash: chainStart(districtId) };
}

/** Walks on from a place over the rows that follow it, and stops at the first that does not hold. */
export async function walkChain(
  from: ChainPlace,
  rows: readonly AuditRow[],
): Promise<ChainVerdict> {
  let place = from;
  for (const { hash, ...row } of rows) {
    const seq = place.seq + 1;
    if (row.seq !== seq) return { state: "broken", seq, fault: "missing" };
    if (row.previousHash !== place.hash) return { state: "broken", seq, fault: "unlinked" };
    if ((await hashToken(chainText(row))) !== hash)
      return { state: "broken", seq, fault: "altered" };
    place = { seq, hash };
  }
  return { state: "intact", place };
}
