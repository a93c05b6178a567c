import { noNextForum, questionIsCase } from "../../domain/refusals/questions.ts";
import { notAllowed } from "../../domain/refusals.ts";
import { toWib } from "../../domain/wib.ts";
import { findProposer } from "../db/documents.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { insertProposed } from "./cases.ts";
import { findNextForum } from "./next-forum.ts";
import { findSeen } from "./questions.ts";

/**
 * A case with the question's title, put before the next forum by whoever asks for it; of a hidden
 * question it does not name its village. One question becomes one case: whoever asks twice is told
 * theirs, and who comes second that there is one.
 * @throws notFound, notAllowed, questionIsCase, noNextForum
 */
export async function proposeQuestion(
  env: Env,
  me: SignedIn,
  questionId: string,
  now: number,
): Promise<{ documentId: string }> {
  const db = openDatabase(env);
  const { question } = await findSeen(db, me, questionId);
  if (me.person.village === null) throw notAllowed();
  if (question.documentId !== null) return requireOwn(db, me, question.documentId);
  const forum = await findNextForum(db, me);
  if (forum === null) throw noNextForum();
  const id = crypto.randomUUID();
  const order = {
    ...{ id, forumId: forum.id, title: question.title, theme: question.theme },
    // What a forum talks about is the coming year's budget.
    fiscalYear: Number(toWib(forum.startsAt).day.slice(0, 4)) + 1,
    isUnnamed: question.isHidden,
  };
  if (await insertProposed(db, me, order, { questionId, now })) return { documentId: id };
  const { question: since } = await findSeen(db, me, questionId);
  if (since.documentId === null) throw questionIsCase();
  return requireOwn(db, me, since.documentId);
}

/** The case that came of it, for who proposed it. @throws questionIsCase */
async function requireOwn(db: Database, me: SignedIn, documentId: string) {
  if ((await findProposer(db, documentId)) !== me.person.id) throw questionIsCase();
  return { documentId };
}
