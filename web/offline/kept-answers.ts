import type { QueryClient, QueryKey } from "@tanstack/react-query";
import { isStatus } from "../api.ts";
import { openDevice } from "./device-database.ts";
import { everythingOf } from "./device-person.ts";
import { quietly } from "./quietly.ts";
import { wasClosed } from "./shared-computer.ts";

/** How long the network may be silent before the last known state is shown meanwhile. */
const usualPatienceMs = 1500;

interface Question<T> {
  client: QueryClient;
  queryKey: QueryKey;
  ask: () => Promise<T>;
  /** Whether a kept answer still holds; each does unless this says otherwise. */
  holds?: (answer: T) => boolean;
  /** None for what is read at a glance, and changes nothing that somebody may press meanwhile. */
  patienceMs?: number;
}

/**
 * Asks the Worker and keeps its answer on the device. Without an answer the query shows what was
 * kept, and still fails, so that the page says that it is the last known state.
 */
export async function askAndKeep<T>(question: Question<T>): Promise<T> {
  const { queryKey, ask, patienceMs = usualPatienceMs } = question;
  const patience = setTimeout(() => void showKept(question), patienceMs);
  try {
    const answer = await ask();
    void keepAnswer(queryKey, answer);
    return answer;
  } catch (error) {
    if (isStatus(error, 403) || isStatus(error, 404)) void dropAnswer(queryKey);
    if (isStatus(error, 0)) await showKept(question);
    throw error;
  } finally {
    clearTimeout(patience);
  }
}

/** Keeps an answer for the person who is signed in here. */
export function keepAnswer(queryKey: QueryKey, body: unknown): Promise<void> {
  return quietly(async () => {
    const database = await openDevice();
    const work = database.transaction(["people", "answers"], "readwrite");
    const person = (await work.objectStore("people").getAll()).find(({ isHere }) => isHere);
    if (person) {
      const answers = work.objectStore("answers");
      await answers.put({ personId: person.id, name: nameOf(queryKey), body, at: Date.now() });
    }
    await work.done;
  });
}

function showKept<T>({ client, queryKey, holds = () => true }: Question<T>): Promise<void> {
  return quietly(async () => {
    if (client.getQueryData(queryKey) !== undefined) return;
    const database = await openDevice();
    const person = (await database.getAll("people")).find(({ isHere }) => isHere);
    if (!person || (person.isShared && wasClosed())) return;
    const kept = await database.get("answers", [person.id, nameOf(queryKey)]);
    if (!kept || client.getQueryData(queryKey) !== undefined) return;
    const answer = kept.body as T; // As `askAndKeep` wrote it; a new version has its own names.
    if (holds(answer)) client.setQueryData(queryKey, answer, { updatedAt: kept.at });
  });
}

function dropAnswer(queryKey: QueryKey): Promise<void> {
  return quietly(async () => {
    const database = await openDevice();
    const people = await database.getAll("people");
    await Promise.all(people.map(({ id }) => database.delete("answers", [id, nameOf(queryKey)])));
  });
}

/** Rises when the shape of an answer changes, so that an old answer never reaches a new page. */
const shapeVersion = 2;

/** Kept beside the answers: what a person began to write, and who is signed in here. */
const ownKinds = ["draft", "me"];

/**
 * Whether what is kept under this name was fetched and may show words of a document.
 * @param name see `nameOf`; of any shape version
 */
export function mayShowDocument(name: string): boolean {
  const [, kind = ""] = name.split("/");
  return !ownKinds.includes(kind);
}

/** Drops every answer that may show words of a document; what this person began to write stays. */
export function forgetShown(personId: string): Promise<void> {
  return quietly(async () => {
    const work = (await openDevice()).transaction("answers", "readwrite");
    const keys = await work.store.getAllKeys(everythingOf(personId));
    const shown = keys.filter(([, name]) => mayShowDocument(name));
    await Promise.all([...shown.map((key) => work.store.delete(key)), work.done]);
  });
}

/** Under which an answer is kept. */
export function nameOf(queryKey: QueryKey): string {
  return [shapeVersion, ...queryKey].join("/");
}
