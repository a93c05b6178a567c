import type { Me } from "../session/me-query.ts";
import { openDevice } from "./device-database.ts";
import { quietly } from "./quietly.ts";
import { noteShared, wasClosed } from "./shared-computer.ts";

/** This person is signed in here now. Whoever was before leaves nothing but unsent words. */
export function rememberPerson({ person: { id, name }, isShared }: Me): Promise<void> {
  noteShared(isShared);
  return changePerson({ id, name, isShared });
}

/** Nobody is signed in here any more: what was fetched goes, unsent words wait for their owner. */
export function forgetPerson(): Promise<void> {
  return changePerson(null);
}

/** For the start of the page: on a shared computer a closed browser took the session along. */
export function forgetPersonOfClosedBrowser(): Promise<void> {
  return quietly(async () => {
    if (!wasClosed()) return;
    const people = await (await openDevice()).getAll("people");
    if (people.some(({ isHere, isShared }) => isHere && isShared)) await forgetPerson();
  });
}

function changePerson(now: { id: string; name: string; isShared: boolean } | null): Promise<void> {
  return quietly(async () => {
    const database = await openDevice();
    const stores = ["people", "copies", "answers", "journal"] as const;
    const work = database.transaction(stores, "readwrite");
    const people = work.objectStore("people");
    if (now) await people.put({ ...now, isHere: true });
    for (const person of await people.getAll()) {
      if (person.id === now?.id) continue;
      const all = everythingOf(person.id);
      await work.objectStore("copies").delete(all);
      await work.objectStore("answers").delete(all);
      // The name is kept for as long as words wait under it.
      const waiting = await work.objectStore("journal").index("document").count(all);
      if (waiting === 0) await people.delete(person.id);
      else if (person.isHere) await people.put({ ...person, isHere: false });
    }
    await work.done;
  });
}

/** The documents in which this person left unsent words on this device. */
export async function documentsWithUnsentWords(personId: string): Promise<string[]> {
  const written = await whoWroteWhere();
  return written.filter(([person]) => person === personId).map(([, document]) => document);
}

/** The names of the others whose unsent words wait on this device, each once. */
export async function namesOfWaiting(personId: string | null): Promise<string[]> {
  const waiting = new Set((await whoWroteWhere()).map(([person]) => person));
  const people = await (await openDevice()).getAll("people");
  return people.filter(({ id }) => id !== personId && waiting.has(id)).map(({ name }) => name);
}

export function everythingOf(personId: string): IDBKeyRange {
  return IDBKeyRange.bound([personId], [personId, []]);
}

async function whoWroteWhere(): Promise<[string, string][]> {
  const database = await openDevice();
  const found: [string, string][] = [];
  const index = database.transaction("journal").store.index("document");
  let cursor = await index.openKeyCursor(null, "nextunique");
  while (cursor) {
    found.push(cursor.key);
    cursor = await cursor.continue();
  }
  return found;
}
