import { abortAllDurableObjects } from "cloudflare:test";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { markedIn, NotedDocument } from "../testing/noted-document.ts";
import { RoomClient } from "../testing/room-client.ts";
import { until } from "../testing/until.ts";
import { annotationKey } from "./annotation-key.ts";
import { marksIn, textsIn, wordsOf } from "./text-marks.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const sentence = "Bukti belanja desa belum lengkap sejak Maret.";

function textWith(doc: Y.Doc, words: string): Y.XmlText {
  const found = [...textsIn(doc.getXmlFragment(fragmentName))].find((text) =>
    wordsOf(text).includes(words),
  );
  if (!found) throw new Error(`no text ${words}`);
  return found;
}

/** Every formatting of notes in the document. */
function allMarks(doc: Y.Doc): string[] {
  return [...textsIn(doc.getXmlFragment(fragmentName))].flatMap((text) => {
    const { threads, stray } = marksIn(text);
    return [...threads.keys(), ...stray.map(({ key }) => key)];
  });
}

async function noted() {
  const owner = await NotedDocument.create([sentence, "Kedua kali belum."]);
  const thread = await owner.note("belum lengkap");
  // A browser that keeps to no rule but those of the room.
  const villain = await NotedDocument.enter(owner.id, "participant-a");
  await until(() => villain.marked(thread.id) !== "");
  return { owner, thread, villain };
}

const mark = (threadId: string) => ({ [annotationKey(threadId)]: { thread: threadId } });

it("a mark of a thread that nobody made is swept away, also by the key alone", async () => {
  const { owner, thread, villain } = await noted();
  const text = textWith(villain.client.doc, "Kedua");
  text.format(0, 5, mark("nobody"));
  text.format(0, 5, { annotation: { thread: thread.id } });
  text.format(0, 5, { "annotation--AAAAAAAA": { thread: thread.id } });
  text.format(0, 5, { "annotation--AAAAAAAB": true });
  await villain.settled();
  await until(() => allMarks(villain.client.doc).length === 1);
  expect(allMarks(owner.client.doc)).toEqual([thread.id]);
  expect(villain.client.closed).toBeNull();
});

it("a thread's mark is not set on other words, not on the same ones either", async () => {
  const { owner, thread, villain } = await noted();
  textWith(villain.client.doc, "Kedua").format(0, 5, mark(thread.id));
  textWith(villain.client.doc, "Kedua").format(11, 5, mark(thread.id));
  await villain.settled();
  await until(() => villain.marked(thread.id) === "belum lengkap");
  expect(owner.marked(thread.id)).toBe("belum lengkap");
});

it("a thread's mark is not made wider", async () => {
  const { owner, thread, villain } = await noted();
  const text = textWith(villain.client.doc, "Bukti");
  text.format(0, wordsOf(text).length, mark(thread.id));
  await villain.settled();
  await until(() => villain.marked(thread.id) === "belum lengkap");
  expect(owner.marked(thread.id)).toBe("belum lengkap");
});

it("a thread's mark is not taken from words that stay, nor given to another thread", async () => {
  const { owner, thread, villain } = await noted();
  const text = textWith(villain.client.doc, "Bukti");
  const [run] = marksIn(text).threads.get(thread.id) ?? [];
  const index = run?.index ?? 0;
  text.format(index, 13, { [annotationKey(thread.id)]: null });
  await villain.settled();
  await until(() => villain.marked(thread.id) === "belum lengkap");
  text.format(index, 13, { [annotationKey(thread.id)]: { thread: "another" } });
  await villain.settled();
  await until(() => villain.marked(thread.id) === "belum lengkap");
  expect(allMarks(owner.client.doc)).toEqual([thread.id]);
});

it("a thread that was taken back does not come back by undoing", async () => {
  const { owner, thread } = await noted();
  const { from, to } = owner.editor.find("belum lengkap");
  owner.editor.edit((tr) => tr.delete(from, to));
  await owner.settled();
  expect((await owner.ask(`/threads/${thread.id}`, { method: "DELETE" })).status).toBe(204);
  owner.editor.undo();
  await owner.settled();
  await until(() => allMarks(owner.client.doc).length === 0);
  expect(owner.editor.words).toContain("belum lengkap");
});

it("after a crash the room knows again which marks are whose", async () => {
  const { owner, thread } = await noted();
  await abortAllDurableObjects();
  const again = await NotedDocument.enter(owner.id, "participant-a");
  expect(again.marked(thread.id)).toBe("belum lengkap");
  textWith(again.client.doc, "Kedua").format(0, 5, mark("nobody"));
  textWith(again.client.doc, "Kedua").format(11, 5, mark(thread.id));
  await again.settled();
  await until(() => allMarks(again.client.doc).length === 1);
  expect(markedIn(again.client.doc, thread.id)).toBe("belum lengkap");
});
