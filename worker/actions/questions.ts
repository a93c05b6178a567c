import { maxTitleLength } from "../../domain/forum-plan.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { type Actor, can } from "../../domain/permissions.ts";
import { invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import { mostSimilar } from "../../domain/similar-words.ts";
import type { Theme } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { type Database, openDatabase } from "../db/open.ts";
import {
  findQuestion,
  insertQuestion,
  type ListedUpTo,
  type QuestionRow,
  questionsPerPage,
  selectAnswers,
  selectQuestions,
  selectToCompare,
  withdrawQuestion,
} from "../db/questions.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { findNextForum } from "./next-forum.ts";
import { programActor } from "./program-actor.ts";
import { byWhom, record } from "./record.ts";

/** Who asks or answers, as the reader may know them. */
export interface Voice {
  /** Null for an office, and where it is hidden. */
  village: VillageBadge | null;
  office: string | null;
  /** Whether other villages are not told. */
  isHidden: boolean;
}

export interface ListedQuestion {
  id: string;
  theme: Theme;
  title: string;
  asker: Voice;
  at: number;
  answerCount: number;
  hasStanding: boolean;
}

export interface QuestionPage {
  question: ListedQuestion & { text: string; documentId: string | null };
  answers: {
    id: string;
    text: string;
    voice: Voice;
    /** Whether who asked says more: of a hidden question as hidden as before. */
    isAsker: boolean;
    at: number;
    mayWithdraw: boolean;
  }[];
  standing: { answerId: string; regulationId: string | null } | null;
  may: { answer: boolean; mark: boolean; withdraw: boolean };
  /** Where the person may put it as a case; null where nowhere. */
  nextForum: { id: string; title: string } | null;
}

const maxSimilar = 5;

/** A page of the list, the newest first. @throws notFound for whoever is nobody in the programme */
export async function readQuestions(env: Env, me: SignedIn, before: ListedUpTo | null) {
  const actor = requireSees(me);
  const rows = await selectQuestions(openDatabase(env), me.district.id, before);
  const page = rows.slice(0, questionsPerPage);
  const last = page.at(-1)?.question;
  return {
    questions: page.map((row) => listed(actor, row)),
    /** Behind which the older ones are asked for; null where there are none. */
    next: rows.length > page.length && last ? { at: last.createdAt, id: last.id } : null,
    mayAsk: can(actor, "question.ask"),
  };
}

/** Those that are about the same, of those that the person may see. */
export async function readSimilar(
  env: Env,
  me: SignedIn,
  text: string,
): Promise<{ questions: ListedQuestion[] }> {
  const actor = requireSees(me);
  const rows = await selectToCompare(openDatabase(env), me.district.id);
  const wordsOf = ({ question }: (typeof rows)[number]) => question.title;
  const similar = mostSimilar(text, rows, wordsOf, maxSimilar);
  return { questions: similar.map((row) => listed(actor, row)) };
}

/** @throws notFound */
export async function readQuestion(
  env: Env,
  me: SignedIn,
  questionId: string,
): Promise<QuestionPage> {
  const db = openDatabase(env);
  const { actor, ...found } = await findSeen(db, me, questionId);
  const { question } = found;
  const given = await selectAnswers(db, questionId);
  const { standingAnswerId, regulationId, documentId, text } = question;
  const mayPropose = documentId === null && me.person.village !== null;
  const nextForum = mayPropose ? await findNextForum(db, me) : null;
  return {
    question: { ...listed(actor, { ...found, answerCount: given.length }), text, documentId },
    answers: given.map(({ answer, village, office }) => {
      const isAsker =
        answer.villageId === question.villageId &&
        (answer.villageId !== null || answer.authorPersonId === question.askedByPersonId);
      const { id, authorPersonId, createdAt: at } = answer;
      return {
        ...{ id, at, isAsker, text: answer.text },
        voice: isAsker ? voiceOf(actor, found) : { village, office, isHidden: false },
        mayWithdraw: can(actor, "question.withdraw", { authorPersonId }),
      };
    }),
    standing: standingAnswerId === null ? null : { answerId: standingAnswerId, regulationId },
    may: {
      answer: can(actor, "question.ask"),
      mark: can(actor, "question.markAnswer"),
      withdraw: can(actor, "question.withdraw", { authorPersonId: question.askedByPersonId }),
    },
    nextForum: nextForum && { id: nextForum.id, title: nextForum.title },
  };
}

interface NewQuestion {
  id: string;
  theme: Theme;
  title: string;
  text: string;
  isHidden: boolean;
}

/** @throws notFound, notAllowed, invalidField */
export async function askQuestion(
  env: Env,
  me: SignedIn,
  { id, theme, text, isHidden, ...words }: NewQuestion,
  now: number,
): Promise<void> {
  requireTalks(me);
  const title = cleanLine(words.title);
  if (!/\p{L}/u.test(title) || title.length > maxTitleLength) throw invalidField("title");
  const db = openDatabase(env);
  const villageId = me.person.village?.id ?? null;
  const isMasked = isHidden && villageId !== null;
  const [asked] = await record(db, {
    facts: [factOf(me, "questionAsked", { id, isHidden: isMasked })],
    now,
    change: [
      insertQuestion(db, {
        ...{ id, theme, title, text: text.trim(), isHidden: isMasked, villageId },
        ...{ districtId: me.district.id, askedByPersonId: me.person.id, createdAt: now },
        ...{ withdrawnAt: null, standingAnswerId: null, regulationId: null, documentId: null },
      }),
    ],
    onlyIfChanged: true,
  });
  if (asked?.meta.changes) return;
  const known = await findQuestion(db, me.district.id, id);
  if (known?.question.askedByPersonId !== me.person.id) throw invalidField("id");
}

/** @throws notFound, notAllowed where it is another's */
export async function takeQuestionBack(
  env: Env,
  me: SignedIn,
  questionId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { actor, question } = await findSeen(db, me, questionId);
  const { askedByPersonId: authorPersonId } = question;
  if (!can(actor, "question.withdraw", { authorPersonId })) throw notAllowed();
  await record(db, {
    facts: [factOf(me, "questionWithdrawn", question)],
    now,
    change: [withdrawQuestion(db, questionId, now)],
    onlyIfChanged: true,
  });
}

/** @throws notFound, also for one that was withdrawn */
export async function findSeen(db: Database, me: SignedIn, questionId: string) {
  const actor = requireSees(me);
  const found = await findQuestion(db, me.district.id, questionId);
  if (found === null) throw notFound();
  return { actor, ...found };
}

function requireSees(me: SignedIn): Actor {
  const actor = programActor(me);
  if (!can(actor, "sharing.see")) throw notFound();
  return actor;
}

/** @throws notFound, notAllowed */
export function requireTalks(me: SignedIn): void {
  if (!can(requireSees(me), "question.ask")) throw notAllowed();
}

interface FoundQuestion {
  question: QuestionRow;
  village: VillageBadge | null;
  office: string | null;
}

function listed(actor: Actor, row: FoundQuestion & { answerCount: number }): ListedQuestion {
  const { id, theme, title, createdAt: at, standingAnswerId } = row.question;
  return {
    ...{ id, theme, title, at, answerCount: row.answerCount },
    asker: voiceOf(actor, row),
    hasStanding: standingAnswerId !== null,
  };
}

function voiceOf(actor: Actor, { question, village, office }: FoundQuestion): Voice {
  const { isHidden, villageId } = question;
  const isMasked = isHidden && !can(actor, "question.unmask", { villageId });
  return isMasked
    ? { village: null, office: null, isHidden }
    : { village, office: villageId === null ? office : null, isHidden };
}

/** In the log of a hidden question nobody's act names its village. */
export function factOf(
  me: SignedIn,
  action:
    | "questionAsked"
    | "questionWithdrawn"
    | "answerGiven"
    | "answerWithdrawn"
    | "answerMarked",
  { id: subjectId, isHidden }: Pick<QuestionRow, "id" | "isHidden">,
) {
  const by = byWhom(me);
  const isMasked = isHidden && me.person.village !== null;
  const personId = isMasked ? null : by.personId;
  const subjectKind = "question" as const;
  return { ...by, personId, action, subjectKind, subjectId, details: { isHidden } };
}
