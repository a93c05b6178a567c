import { findChainHead, selectChainAfter } from "../db/audit.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { requireWholeLog } from "./audit-log.ts";
import { type ChainFault, type ChainPlace, startOfChain, walkChain } from "./audit-log-chain.ts";

export type AuditCheck =
  | { state: "broken"; seq: number; fault: ChainFault }
  /** Up to a row: go on from there. */
  | { state: "going"; seq: number; hash: string; headSeq: number }
  | { state: "intact"; seq: number; hash: string };

/** Few enough for one request of the free plan's Worker. */
const rowsPerRequest = 300;

/** One stretch of the chain, from a place that an earlier request reached. @throws notFound */
export async function checkAuditLog(
  env: Env,
  me: SignedIn,
  district: string | undefined,
  from: ChainPlace | null,
): Promise<AuditCheck> {
  const { districtId } = requireWholeLog(me, district);
  const db = openDatabase(env);
  const place = from ?? startOfChain(districtId);
  const rows = await selectChainAfter(db, districtId, place.seq, rowsPerRequest);
  const verdict = await walkChain(place, rows);
  if (verdict.state === "broken") return verdict;
  const { seq, hash } = verdict.place;
  if (rows.length < rowsPerRequest) return { state: "intact", seq, hash };
  const head = await findChainHead(db, districtId);
  return { state: "going", seq, hash, headSeq: head.seq };
}
