import type { Sentence } from "../../domain/refusals.ts";
import type { Answers } from "../../domain/survey/questions.ts";
import { draftPrefix } from "./queued-surveys.ts";

/** What somebody filled in and has not sent, kept on the device at once with each letter. */
export interface SurveyDraft {
  answers: Answers;
  /** The same when it is sent again, so that it counts once; new after a change. */
  key: string;
  /** Whether the person sent it and it waits for a connection. */
  isQueued: boolean;
  /** Why it was not taken. */
  refusal: Sentence | null;
}

const listeners = new Set<() => void>();
/** What is in storage, parsed once; and where the device keeps nothing, the only copy. */
const known = new Map<string, { text: string | null; draft: SurveyDraft | null }>();
const unkept = new Set<string>();

export function readDraft(personId: string, surveyId: string): SurveyDraft | null {
  const key = keyOf(personId, surveyId);
  const text = unkept.has(key) ? (known.get(key)?.text ?? null) : readStored(key);
  const before = known.get(key);
  if (before?.text === text) return before.draft;
  const draft = text === null ? null : parsed(text);
  known.set(key, { text, draft });
  return draft;
}

/** Keeps a draft, or nothing more of it. */
export function writeDraft(personId: string, surveyId: string, draft: SurveyDraft | null): void {
  const key = keyOf(personId, surveyId);
  const text = draft === null ? null : JSON.stringify(draft);
  known.set(key, { text, draft });
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    unkept.delete(key);
  } catch {
    unkept.add(key);
  }
  for (const listener of listeners) listener();
}

export function newDraft(answers: Answers): SurveyDraft {
  return { answers, key: crypto.randomUUID(), isQueued: false, refusal: null };
}

/** Whether the device keeps it: not where storage is full or forbidden. */
export function isKept(personId: string, surveyId: string): boolean {
  return !unkept.has(keyOf(personId, surveyId));
}

/** The surveys of which this person filled something in on this device. */
export function keptSurveys(personId: string): string[] {
  const start = keyOf(personId, "");
  return storedKeys()
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
    .filter((surveyId) => readDraft(personId, surveyId) !== null);
}

/** Those that wait to be sent. */
export function queuedSurveys(personId: string): string[] {
  return keptSurveys(personId).filter((surveyId) => readDraft(personId, surveyId)?.isQueued);
}

/** Calls when a draft changes, also in another tab. */
export function onDraftChange(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

function keyOf(personId: string, surveyId: string): string {
  return `${draftPrefix}${personId} ${surveyId}`;
}

function parsed(text: string): SurveyDraft | null {
  try {
    return JSON.parse(text) as SurveyDraft; // As `writeDraft` wrote it.
  } catch {
    return null;
  }
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return known.get(key)?.text ?? null;
  }
}

function storedKeys(): string[] {
  try {
    return [...new Set([...Object.keys(localStorage), ...unkept])];
  } catch {
    return [...known.keys()];
  }
}
