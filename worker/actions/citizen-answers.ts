import type { CitizenQuestionStatus } from "../../domain/citizen-questions.ts";
import { can } from "../../domain/permissions.ts";
import { answerMissing } from "../../domain/refusals/citizens.ts";
import { changedMeanwhile, notFound } from "../../domain/refusals.ts";
import {
  findCitizenQuestion,
  selectCitizenQuestions,
  selectCitizensWaiting,
  updateCitizenQuestion,
} from "../db/citizen-questions.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { actorOf, districtsOf } from "./actor.ts";
import { byWhom, record } from "./record.ts";

export interface CitizenQuestionList {
  /** Those that wait first, then the newest. */
  questions: {
    id: string;
    forum: { id: string; title: string };
    text: string;
    askedAt: number;
    status: CitizenQuestionStatus;
    shownText: string;
    answer: string;
    isPublic: boolean;
    changedAt: number;
  }[];
}

/** @throws notFound for whoever answers no citizens */
export async function readCitizenQuestions(env: Env, me: SignedIn): Promise<CitizenQuestionList> {
  const districtIds = districtsOf(me).filter((id) => mayAnswer(me, id));
  if (districtIds.length === 0) throw notFound();
  const rows = await selectCitizenQuestions(openDatabase(env), districtIds);
  return {
    questions: rows
      .filter(({ forum }) => mayExist(forum, env))
      .map(({ question, forum }) => ({
        ...{ id: question.id, text: question.text, askedAt: question.askedAt },
        ...{ status: question.status, shownText: question.shownText, answer: question.answer },
        ...{ isPublic: question.isPublic, changedAt: question.changedAt },
        forum: { id: forum.forumId, title: forum.title },
      })),
  };
}

/** How many questions wait for this person, by forum; nothing for whoever answers none. */
export async function readCitizensWaiting(env: Env, me: SignedIn) {
  const districtIds = districtsOf(me).filter((id) => mayAnswer(me, id));
  if (districtIds.length === 0) return [];
  const rows = await selectCitizensWaiting(openDatabase(env), districtIds);
  return rows
    .filter((row) => mayExist(row, env))
    .map(({ forumId, title, count }) => ({ forumId, title, count }));
}

interface Answering {
  questionId: string;
  status: CitizenQuestionStatus;
  shownText: string;
  answer: string;
  isPublic: boolean;
  basedOn: number;
}

/** Answers it, sets it aside, or lets it wait again. @throws notFound, answerMissing, changedMeanwhile */
export async function dealWithQuestion(
  env: Env,
  me: SignedIn,
  { questionId, basedOn, status, ...words }: Answering,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const found = await findCitizenQuestion(db, questionId);
  if (found === null || !mayAnswer(me, found.districtId)) throw notFound();
  const { question, districtId } = found;
  const shownText = words.shownText.trim();
  const answer = words.answer.trim();
  const isAnswered = status === "answered";
  if (isAnswered && shownText === "") throw answerMissing("shownText");
  if (isAnswered && answer === "") throw answerMissing("answer");
  const isPublic = isAnswered && words.isPublic;
  const [changed] = await record(db, {
    facts: [
      {
        ...byWhom(me, districtId),
        action: "citizenAnswered",
        subjectKind: "citizenQuestion",
        subjectId: questionId,
        forumId: question.forumId,
        details: { status, isPublic },
      },
    ],
    now,
    change: [
      updateCitizenQuestion(
        db,
        questionId,
        {
          ...{ status, shownText, answer, isPublic, answeredByPersonId: me.person.id },
          changedAt: Math.max(now, question.changedAt + 1),
        },
        basedOn,
      ),
    ],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

function mayAnswer(me: SignedIn, districtId: string): boolean {
  return can(actorOf(me, { districtId, inspectorateSees: false }, []), "citizen.answer");
}
