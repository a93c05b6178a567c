import { countNumber } from "../../domain/evidence/count-numbers.ts";
import { type EvidenceNumber, evidenceNumbers } from "../../domain/evidence/evidence-lists.ts";
import type { EvidenceFacts } from "../../domain/evidence/facts.ts";
import { isPeriod, momentsOf, type Period } from "../../domain/evidence/period.ts";
import { periodWrong } from "../../domain/refusals/evidence.ts";
import { unmasks } from "../../party/masks/unmasking.ts";
import {
  selectEvaluationFacts,
  selectFollowUpFacts,
  selectForumFacts,
  selectMinutesFacts,
  selectPresenceFacts,
} from "../db/evidence-facts.ts";
import { openDatabase } from "../db/open.ts";
import { selectStageDays } from "../db/program-stages.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { type EvidenceReader, requireEvidence } from "./evidence-reader.ts";

/** Each number with how many rows stand behind it. @throws notFound, periodWrong */
export async function readNumbers(env: Env, me: SignedIn, period: Period) {
  const numbers = await countAll(env, me, requireEvidence(me), period);
  return {
    numbers: numbers.map(({ number, value, rows }) => ({ number, value, rowCount: rows.length })),
  };
}

/** One number with its rows. @throws notFound, periodWrong */
export async function readNumber(env: Env, me: SignedIn, number: EvidenceNumber, period: Period) {
  const facts = await readFacts(env, me, requireEvidence(me), period);
  return { number, ...countNumber(number, facts, period) };
}

/** All with all their rows. @throws periodWrong */
export async function countAll(env: Env, me: SignedIn, reader: EvidenceReader, period: Period) {
  const facts = await readFacts(env, me, reader, period);
  return evidenceNumbers.map((number) => ({ number, ...countNumber(number, facts, period) }));
}

async function readFacts(
  env: Env,
  me: SignedIn,
  { actor, districtId }: EvidenceReader,
  period: Period,
): Promise<EvidenceFacts> {
  if (!isPeriod(period)) throw periodWrong();
  const db = openDatabase(env);
  const scope = { districtId, ...momentsOf(period), countsDemo: me.person.isDemo };
  const [forums, presences, minutes, evaluations, followUps, stages] = await Promise.all([
    selectForumFacts(db, scope),
    selectPresenceFacts(db, scope),
    selectMinutesFacts(db, scope),
    selectEvaluationFacts(db, scope),
    selectFollowUpFacts(db, scope),
    selectStageDays(db, districtId),
  ]);
  return {
    ...{ forums, presences, minutes, evaluations, stages },
    // In an unnamed case nobody but its facilitators is told which village it was.
    followUps: followUps.map(({ isUnnamed, village, ...followUp }) => ({
      ...followUp,
      village: unmasks(actor, { isUnnamed }) ? village : null,
    })),
  };
}
