import { noNextForum, questionIsCase } from "../../domain/refusals/questions.ts";
import { notAllowed } from "../../domain/refusals.ts";
import { toWib } from "../../domain/wib.ts";
import { openDatabase } from "../db/open.ts";
import { updateCase } from "../db/questions.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { proposeCase } from "./cases.ts";
import { findNextForum } from "./next-forum.ts";
import { findSeen } from "./questions.ts";

/**
 * A case with the question's title, put before the next forum by whoever asks for it; of a hidden
 * question it does not name its village.
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
  if (question.documentId !== null) throw questionIsCase();
  const forum = await findNextForum(db, me);
  if (forum === null) throw noNextForum();
  const { documentId } = await proposeCase(
    env,
    me,
    {
      forumId: forum.id,
      title: question.title,
      theme: question.theme,
      // What a forum talks about is the coming year's budget.
      fiscalYear: Number(toWib(forum.startsAt).day.slice(0, 4)) + 1,
      isUnnamed: question.isHidden,
    },
    now,
  );
  await updateCase(db, questionId, documentId);
  return { documentId };
}
