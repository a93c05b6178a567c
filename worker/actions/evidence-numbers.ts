import {
  type CountedNumber,
  countNumber,
  type EvidenceRow,
} from "../../domain/evidence/count-numbers.ts";
import { type EvidenceNumber, evidenceNumbers } from "../../domain/evidence/evidence-lists.ts";
import type { EvidenceFacts } from "../../domain/evidence/facts.ts";
import { isPeriod, momentsOf, type Period } from "../../domain/evidence/period.ts";
import { can } from "../../domain/permissions.ts";
import { periodWrong } from "../../domain/refusals/evidence.ts";
import {
  selectEvaluationFacts,
  selectFollowUpFacts,
  selectForumFacts,
  selectMinutesFacts,
  selectPresenceFacts,
} from "../db/evidence-facts.ts";
import { placesIn, selectForumsNear } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import { selectStageDays } from "../db/program-stages.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { type EvidenceReader, requireEvidence } from "./evidence-reader.ts";

/** Each number with how many rows stand behind it. @throws notFound, periodWrong */
export async function readNumbers(env: Env, me: SignedIn, period: Period) {
  const numbers = await countAll(env, me, requireEvidence(me), period);
  return {
    numbers: numbers.map(({ number, value, rows }) => ({ number, value, rowCount: rows.length })),
  };
}

/** One number with its rows, each with where it was taken from. @throws notFound, periodWrong */
export async function readNumber(env: Env, me: SignedIn, number: EvidenceNumber, period: Period) {
  const reader = requireEvidence(me);
  const facts = await readFacts(env, scopeOf(me, reader), period);
  const counted = { number, ...countNumber(number, facts, period) };
  const [opened] = await withOpenSources(env, me, reader, [counted]);
  return opened ?? counted;
}

/** All with all their rows. @throws periodWrong */
export function countAll(env: Env, me: SignedIn, reader: EvidenceReader, period: Period) {
  return countOfDistrict(env, scopeOf(me, reader), period);
}

/** Whose things are counted. */
interface EvidenceScope {
  districtId: string;
  countsDemo: boolean;
}

/** For whoever may read them; who that is, is decided by the caller. @throws periodWrong */
export async function countOfDistrict(env: Env, scope: EvidenceScope, period: Period) {
  const facts = await readFacts(env, scope, period);
  return evidenceNumbers.map((number) => ({ number, ...countNumber(number, facts, period) }));
}

/** Nobody is led to a forum that does not exist for them; what was counted stays as it is. */
export async function withOpenSources(
  env: Env,
  me: SignedIn,
  { districtId }: EvidenceReader,
  numbers: readonly Counted[],
): Promise<Counted[]> {
  const near = await selectForumsNear(openDatabase(env), me.person.id, [districtId]);
  const places = Map.groupBy(near, ({ forum }) => forum.id);
  const maySee = (forumId: string) => {
    const own = places.get(forumId) ?? [];
    const [first] = own;
    if (first === undefined) return false;
    return can(actorOf(me, first.forum, placesIn(own)), "forum.see", first.forum);
  };
  const opened = (row: EvidenceRow) => {
    const { source } = row;
    const isOfForum = source !== null && source.kind !== "document" && source.kind !== "stage";
    return isOfForum && !maySee(source.id) ? { ...row, source: null } : row;
  };
  return numbers.map(({ rows, ...number }) => ({ ...number, rows: rows.map(opened) }));
}

type Counted = CountedNumber & { number: EvidenceNumber };

function scopeOf(me: SignedIn, { districtId }: EvidenceReader): EvidenceScope {
  return { districtId, countsDemo: me.person.isDemo };
}

async function readFacts(
  env: Env,
  { districtId, countsDemo }: EvidenceScope,
  period: Period,
): Promise<EvidenceFacts> {
  if (!isPeriod(period)) throw periodWrong();
  const db = openDatabase(env);
  const scope = { districtId, ...momentsOf(period), countsDemo };
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
    // The numbers leave the product as files: in an unnamed case they tell nobody its village.
    followUps: followUps.map(({ isUnnamed, village, ...followUp }) => ({
      ...followUp,
      village: isUnnamed ? null : village,
    })),
  };
}
