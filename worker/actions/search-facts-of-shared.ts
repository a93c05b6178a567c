import { can } from "../../domain/permissions.ts";
import type { SearchedKind } from "../../domain/search/searched-kinds.ts";
import { yearInWib } from "../../domain/wib.ts";
import type { Database } from "../db/open.ts";
import {
  selectPracticesOfHits,
  selectQuestionsOfHits,
  selectRegulationsOfHits,
} from "../db/search-hits.ts";
import type { SignedIn } from "../db/sessions.ts";
import { districtsOf } from "./actor.ts";
import { programActor } from "./program-actor.ts";
import { type FactsByRef, type HitFacts, noFacts } from "./search-hit.ts";

/** What belongs to the programme between the forums. */
export async function factsOfShared(
  db: Database,
  me: SignedIn,
  idsOf: (kind: SearchedKind) => string[],
): Promise<FactsByRef> {
  return [
    ...(await practicesOf(db, me, idsOf("practice"))),
    ...(await questionsOf(db, me, idsOf("question"))),
    ...(await regulationsOf(db, me, idsOf("regulation"))),
  ];
}

async function practicesOf(db: Database, me: SignedIn, ids: string[]): Promise<FactsByRef> {
  if (ids.length === 0 || !can(programActor(me), "sharing.see")) return [];
  const rows = await selectPracticesOfHits(db, ids);
  return rows.flatMap(({ practice, village }) => {
    const { id, theme, createdAt, withdrawnAt, districtId } = practice;
    if (withdrawnAt !== null || districtId !== me.district.id) return [];
    const facts: HitFacts = {
      ...{ ...noFacts, kind: "practice", id, theme, village, year: yearInWib(createdAt) },
    };
    return [[`practice:${id}`, facts] as const];
  });
}

async function questionsOf(db: Database, me: SignedIn, ids: string[]): Promise<FactsByRef> {
  const actor = programActor(me);
  if (ids.length === 0 || !can(actor, "sharing.see")) return [];
  const rows = await selectQuestionsOfHits(db, ids);
  return rows.flatMap(({ question, village }) => {
    const { id, theme, createdAt, withdrawnAt, districtId, isHidden, villageId } = question;
    if (withdrawnAt !== null || districtId !== me.district.id) return [];
    const isTold = !isHidden || can(actor, "question.unmask", { villageId });
    const facts: HitFacts = {
      ...{ ...noFacts, kind: "question", id, theme, year: yearInWib(createdAt) },
      village: isTold ? village : null,
    };
    return [[`question:${id}`, facts] as const];
  });
}

/** Everybody of a district reads its register, and whoever holds a role in it. */
async function regulationsOf(db: Database, me: SignedIn, ids: string[]): Promise<FactsByRef> {
  if (ids.length === 0) return [];
  const near = [me.district.id, ...districtsOf(me)];
  const rows = await selectRegulationsOfHits(db, ids);
  return rows.flatMap(({ id, districtId, year }) =>
    near.includes(districtId)
      ? [[`regulation:${id}`, { ...noFacts, kind: "regulation", id, year }] as const]
      : [],
  );
}
