import { env } from "cloudflare:workers";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "../../worker/db/open.ts";
import { documentLocks } from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { NotedDocument } from "../testing/noted-document.ts";
import { RoomClient } from "../testing/room-client.ts";
import { until } from "../testing/until.ts";

const author = { personId: "facilitator", villageId: null };
const review = (id: string) => env.REVIEW_ROOM.getByName(id);
const room = (id: string) => env.DOCUMENT_ROOM.getByName(id);

// Each goes through the door, the database and two objects many times.
vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

async function lastPlace(id: string): Promise<number> {
  return (await review(id).head())?.last ?? 0;
}

async function restore(id: string, place: number, sectionId: string | null = null) {
  const reading = await review(id).restorableAt(place);
  if (reading === null) throw new Error("no such place");
  return room(id).restore({ place, reading, sectionId, author });
}

function replaceWords(noted: NotedDocument, words: string, next: string): void {
  noted.editor.edit((tr) => {
    const { from, to } = noted.editor.find(words);
    if (next === "") tr.delete(from, to);
    else tr.insertText(next, from, to);
  });
}

test("[R18] a restored document reaches everybody, and stands in the record as its author's", async () => {
  const noted = await NotedDocument.create(["Pagu turun seperlima", "Belanja wajib tetap"]);
  const other = await NotedDocument.enter(noted.id, "participant-a");
  const place = await lastPlace(noted.id);
  const before = await review(noted.id).readingAt(place);
  replaceWords(noted, "seperlima", "separuh");
  replaceWords(noted, "Belanja wajib tetap", "");
  await noted.saved();
  const answer = await restore(noted.id, place);
  expect(answer.kind).toBe("restored");
  await until(() => other.editor.words.includes("Pagu turun seperlima"));
  await until(() => other.editor.words.includes("Belanja wajib tetap"));
  const last = await lastPlace(noted.id);
  expect(await review(noted.id).readingAt(last)).toBe(before);
  const { stretches } = await review(noted.id).stretches({ limit: 1 });
  expect(stretches).toMatchObject([{ author, cause: "restore", to: last }]);
});

test("[R18] marks of notes stay on words that stay, and are laid again on words that come back", async () => {
  const noted = await NotedDocument.create(["Pagu turun seperlima", "Belanja wajib tetap"]);
  const kept = await noted.note("turun");
  const lost = await noted.note("wajib");
  const place = await lastPlace(noted.id);
  replaceWords(noted, "seperlima", "separuh");
  replaceWords(noted, "Belanja wajib tetap", "Kosong");
  await noted.saved();
  expect([noted.marked(kept.id), noted.marked(lost.id)]).toEqual(["turun", ""]);
  await restore(noted.id, place);
  await until(() => noted.marked(lost.id) === "wajib");
  expect(noted.marked(kept.id)).toBe("turun");
  const later = await noted.note("Belanja");
  await restore(noted.id, place);
  await noted.settled();
  expect(noted.marked(later.id)).toBe("Belanja");
});

test("[R18] of one section nothing but this section is restored", async () => {
  const noted = await NotedDocument.create(["Pagu turun seperlima"]);
  const place = await lastPlace(noted.id);
  replaceWords(noted, "seperlima", "separuh");
  const problem = noted.client.container("kind", "problem");
  noted.client.type(problem, "Belanja wajib.");
  await noted.saved();
  const situation = noted.client.container("kind", "situation").getAttribute("id") ?? "";
  expect((await restore(noted.id, place, situation)).kind).toBe("restored");
  await until(() => noted.editor.words.includes("seperlima"));
  expect(noted.editor.words).toContain("Belanja wajib.");
});

test("[R18] a section that is not there, and what today's schema does not know, are refused", async () => {
  const noted = await NotedDocument.create(["Pagu turun seperlima"]);
  const place = await lastPlace(noted.id);
  expect(await restore(noted.id, place, "n999")).toEqual({ kind: "refused", why: "sectionGone" });
  const reading = JSON.stringify({
    type: "doc",
    content: [{ type: "drawing", attrs: {}, content: [] }],
  });
  const order = { place, reading, sectionId: null, author };
  expect(await room(noted.id).restore(order)).toEqual({ kind: "refused", why: "schema" });
  expect(await lastPlace(noted.id)).toBe(place);
});

test("[R17] nothing is restored in what is locked", async () => {
  const noted = await NotedDocument.create(["Pagu turun seperlima"]);
  const place = await lastPlace(noted.id);
  replaceWords(noted, "seperlima", "separuh");
  await noted.saved();
  const situation = noted.client.container("kind", "situation").getAttribute("id") ?? "";
  const problem = noted.client.container("kind", "problem").getAttribute("id") ?? "";
  await openDatabase(env).insert(documentLocks).values({
    documentId: noted.id,
    containerId: situation,
    lockedByPersonId: "facilitator",
    lockedAt: 1,
  });
  await room(noted.id).locksChanged();
  for (const sectionId of [null, situation]) {
    expect(await restore(noted.id, place, sectionId)).toEqual({ kind: "refused", why: "locked" });
  }
  expect((await restore(noted.id, place, problem)).kind).toBe("restored");
  expect(noted.editor.words).toContain("separuh");
});
