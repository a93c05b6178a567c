import { can } from "../../domain/permissions.ts";
import { changedMeanwhile, invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { insertAnswer, selectAnswers, updateStanding, withdrawAnswer } from "../db/questions.ts";
import { selectRegulations } from "../db/regulations.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { factOf, findSeen, requireTalks } from "./questions.ts";
import { record } from "./record.ts";

/** @throws notFound, notAllowed, invalidField */
export async function giveAnswer(
  env: Env,
  me: SignedIn,
  { questionId, id, text }: { questionId: string; id: string; text: string },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { question } = await findSeen(db, me, questionId);
  requireTalks(me);
  const [given] = await record(db, {
    facts: [factOf(me, "answerGiven", question)],
    now,
    change: [
      insertAnswer(db, {
        ...{ id, questionId, text: text.trim(), createdAt: now, withdrawnAt: null },
        ...{ authorPersonId: me.person.id, villageId: me.person.village?.id ?? null },
      }),
    ],
    onlyIfChanged: true,
  });
  if (given?.meta.changes) return;
  const known = (await selectAnswers(db, questionId)).find(({ answer }) => answer.id === id);
  if (known?.answer.authorPersonId !== me.person.id) throw invalidField("id");
}

/** @throws notFound, notAllowed where it is another's */
export async function takeAnswerBack(
  env: Env,
  me: SignedIn,
  { questionId, answerId }: { questionId: string; answerId: string },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { actor, question } = await findSeen(db, me, questionId);
  const { authorPersonId } = await requireAnswer(db, questionId, answerId);
  if (!can(actor, "question.withdraw", { authorPersonId })) throw notAllowed();
  await record(db, {
    facts: [factOf(me, "answerWithdrawn", question)],
    now,
    change: withdrawAnswer(db, questionId, answerId, now),
    onlyIfChanged: true,
  });
}

/** The answer that stands and what it rests on; nulls where none does. */
interface Standing {
  answerId: string | null;
  regulationId: string | null;
}

/**
 * Which answer stands, and the regulation that it rests on.
 * @throws notFound, notAllowed, invalidField, changedMeanwhile
 */
export async function markAnswer(
  env: Env,
  me: SignedIn,
  order: Standing & { questionId: string; basedOn: Standing },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { questionId, answerId, regulationId, basedOn } = order;
  const { actor, question } = await findSeen(db, me, questionId);
  if (!can(actor, "question.markAnswer")) throw notAllowed();
  if (answerId !== null) await requireAnswer(db, questionId, answerId);
  const known = await selectRegulations(db, [me.district.id]);
  if (regulationId !== null && !known.some(({ id }) => id === regulationId)) {
    throw invalidField("regulationId");
  }
  const standing = {
    standingAnswerId: answerId,
    regulationId: answerId === null ? null : regulationId,
  };
  const seen = { standingAnswerId: basedOn.answerId, regulationId: basedOn.regulationId };
  const [marked] = await record(db, {
    facts: [factOf(me, "answerMarked", question)],
    now,
    change: [updateStanding(db, questionId, standing, seen)],
    onlyIfChanged: true,
  });
  if (!marked?.meta.changes) throw changedMeanwhile();
}

async function requireAnswer(db: Database, questionId: string, answerId: string) {
  const given = await selectAnswers(db, questionId);
  const found = given.find(({ answer }) => answer.id === answerId);
  if (found === undefined) throw notFound();
  return found.answer;
}
