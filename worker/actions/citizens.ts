import {
  maxFormAgeMs,
  maxQuestionLength,
  maxWaiting,
  minQuestionLength,
  minTypingMs,
} from "../../domain/citizen-questions.ts";
import { cleanLine } from "../../domain/people-words.ts";
import {
  formNotTaken,
  questionBoxFull,
  questionSentBefore,
  questionTooLong,
  questionTooShort,
} from "../../domain/refusals/citizens.ts";
import { notFound } from "../../domain/refusals.ts";
import { findCitizenQuestion, insertCitizenQuestion } from "../db/citizen-questions.ts";
import { openDatabase } from "../db/open.ts";
import type { Env } from "../env.ts";
import { reserveQuestion } from "./failed-attempts.ts";
import { readPublicForum } from "./public-reading.ts";
import { keyedToken } from "./tokens.ts";

/** What a form bears: the id of the question that it will be, since when, and that it is ours. */
export async function newFormToken(env: Env, forumId: string, now: number): Promise<string> {
  const said = `${crypto.randomUUID()}.${now}`;
  return `${said}.${await sealOf(env, forumId, said)}`;
}

interface Asked {
  forumId: string;
  token: string;
  text: string;
  /** Of the field that nobody sees: only programs fill it in. */
  trap: string;
  /** The network address, of which a keyed hash is counted and nothing is kept. */
  address: string;
}

/**
 * A citizen's question, in their own words and without anything about them. The same form again is
 * one question. What falls into the trap is thanked for and goes nowhere.
 * @throws notFound, questionTooShort, questionTooLong, formNotTaken, tooManyAttempts,
 *   questionSentBefore, questionBoxFull
 */
export async function askAsCitizen(env: Env, asked: Asked, now: number): Promise<void> {
  const { forumId, token, trap, address } = asked;
  if (trap !== "") return;
  const text = cleanText(asked.text);
  if ([...text.matchAll(/\p{L}/gu)].length < minQuestionLength) throw questionTooShort();
  if (text.length > maxQuestionLength) throw questionTooLong();
  const form = await readForm(env, forumId, token);
  const age = form === null ? -1 : now - form.since;
  if (form === null || age < minTypingMs || age > maxFormAgeMs) throw formNotTaken();
  await reserveQuestion(env, address, forumId, now);
  const db = openDatabase(env);
  const { id } = form;
  const inserted = await insertCitizenQuestion(
    db,
    {
      ...{ id, forumId, text, shownText: text, answer: "", status: "waiting", isPublic: false },
      ...{ askedAt: now, changedAt: now, answeredByPersonId: null },
    },
    maxWaiting,
  );
  if (inserted.meta.changes) return;
  const known = await findCitizenQuestion(db, id);
  if (known?.question.text === text) return;
  if (known) throw questionSentBefore();
  if ((await readPublicForum(env, forumId, now)) === null) throw notFound();
  throw questionBoxFull();
}

async function readForm(env: Env, forumId: string, token: string) {
  const [id = "", since = "", seal = ""] = token.split(".");
  const isOurs = seal !== "" && seal === (await sealOf(env, forumId, `${id}.${since}`));
  return isOurs ? { id, since: Number(since) } : null;
}

function sealOf(env: Env, forumId: string, said: string): Promise<string> {
  return keyedToken(env.LINK_KEY, `question\n${forumId}\n${said}`);
}

/** Lines as they were typed, without what cannot be seen. */
function cleanText(text: string): string {
  return text
    .split(/\r?\n/)
    .map(cleanLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
