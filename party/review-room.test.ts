import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Node } from "@tiptap/pm/model";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { dayInWib } from "../domain/wib.ts";
import { buildWorld } from "../worker/testing/world.ts";
import type { ComparedNode, ComparedText, Comparison } from "./history/history-view.ts";
import { putMeta } from "./log/room-meta.ts";
import type { ReadingNode } from "./reading.ts";
import { NotedDocument } from "./testing/noted-document.ts";
import { readComparison } from "./testing/read-comparison.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person, villages } from "./testing/room-people.ts";

const review = (id: string) => env.REVIEW_ROOM.getByName(id);
const room = (id: string) => env.DOCUMENT_ROOM.getByName(id);

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

async function comparison(id: string, from: number, to: number): Promise<Comparison> {
  const written = await review(id).compare(from, to);
  if (!written) throw new Error("no places of the record");
  return readComparison(written);
}

async function lastPlace(id: string): Promise<number> {
  return (await review(id).head())?.last ?? 0;
}

/** Where the first node of this type begins that says these words. */
function placeOf(doc: Node, type: string, words: string): number {
  let found = -1;
  doc.descendants((node, at) => {
    if (found < 0 && node.type.name === type && node.textContent.includes(words)) found = at;
  });
  return found;
}

function partsOf(content: Comparison["content"]): (ComparedNode | ComparedText)[] {
  return content.flatMap((node) => [
    node,
    ...node.content.flatMap((part) => ("text" in part ? part : partsOf([part]))),
  ]);
}

function changesIn({ content }: Comparison): (ComparedNode | ComparedText)[] {
  return partsOf(content).filter(
    (part) =>
      part.insertedBy !== undefined ||
      part.deletedBy !== undefined ||
      ("text" in part ? part.markedBy : part.changedBy) !== undefined,
  );
}

test("[R18] a document that nobody entered has no history, and asking makes none", async () => {
  expect(await review("case-drafted").head()).toBeNull();
  expect(await review("case-drafted").stretches({})).toEqual({ stretches: [], next: null });
  expect(await review("case-drafted").compare(0, 0)).toBeNull();
  expect(await review("case-drafted").readingAt(0)).toBeNull();
  expect(await review("case-drafted").placesAt([Date.now()])).toEqual([]);
  expect(await room("case-drafted").logPages(0)).toBeNull();
});

test("[R18] a history begins with the template and names everybody, by village", async () => {
  const a = await RoomClient.open("case-open", person("participant-a"));
  a.type(a.container("kind", "situation"), "Pagu turun seperlima.");
  await a.untilSaved();
  const b = await RoomClient.open("case-open", person("participant-b", { village: villages.b }));
  b.type(b.container("village", "village-b"), "Kami mendahulukan yang wajib.");
  await b.untilSaved();
  const head = await review("case-open").head();
  expect(head?.authors).toEqual([
    { personId: "room", villageId: null },
    { personId: "participant-a", villageId: "village-a" },
    { personId: "participant-b", villageId: "village-b" },
  ]);
  expect(head?.sections.map(({ kind }) => kind).slice(0, 3)).toEqual([
    "identity",
    "situation",
    "problem",
  ]);
  const { stretches } = await review("case-open").stretches({});
  const lane = b.container("village", "village-b").getAttribute("id");
  expect(stretches[0]).toMatchObject({
    author: { personId: "participant-b", villageId: "village-b" },
    cause: null,
    parts: [lane],
    inserted: 29,
    deleted: 0,
  });
  const { origins, content, inserted } = await comparison("case-open", 1, head?.last ?? 0);
  const words = partsOf(content).flatMap((part) =>
    "text" in part && part.insertedBy !== undefined
      ? [[part.text, origins[part.insertedBy]?.author.personId]]
      : [],
  );
  expect(words).toEqual([
    ["Pagu turun seperlima.", "participant-a"],
    ["Kami mendahulukan yang wajib.", "participant-b"],
  ]);
  expect(inserted).toBe(50);
});

test("[R18] a place outside the record is answered with null", async () => {
  const last = await lastPlace("case-open");
  for (const place of [-1, 0.5, last + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(await review("case-open").readingAt(place)).toBeNull();
    expect(await review("case-open").compare(place, last)).toBeNull();
    expect(await review("case-open").compare(0, place)).toBeNull();
  }
  expect(await review("case-open").compare(last, 0)).toBeNull();
  expect(await review("case-open").compare(0, last)).not.toBeNull();
});

test("[R18] the newest place reads as the room does", async () => {
  const reading: ReadingNode = JSON.parse(await room("case-open").reading());
  const last = await lastPlace("case-open");
  expect(JSON.parse((await review("case-open").readingAt(last)) ?? "")).toEqual(reading);
});

test("[R18] many questions at once are answered by one record", async () => {
  await evictDurableObject(review("case-open"));
  const heads = await Promise.all(Array.from({ length: 8 }, () => review("case-open").head()));
  expect(new Set(heads.map((head) => JSON.stringify(head))).size).toBe(1);
});

test("[R18] times are places, stretches have days, sections, authors and words", async () => {
  const { stretches } = await review("case-open").stretches({});
  const [newest] = stretches;
  if (!newest) throw new Error("no stretch");
  const { last, firstAt } = (await review("case-open").head()) ?? { last: 0, firstAt: 0 };
  expect(await review("case-open").placesAt([firstAt - 1, newest.toAt + 60_000])).toEqual([
    0,
    last,
  ]);
  const ask = async (query: Parameters<ReturnType<typeof review>["stretches"]>[0]) =>
    (await review("case-open").stretches(query)).stretches.map(({ to }) => to);
  const villagesOf = stretches.filter(({ author }) => author.villageId === "village-a");
  const authors = villagesOf.map(({ author }) => author);
  expect(await ask({ authors })).toEqual(villagesOf.map(({ to }) => to));
  expect(await ask({ authors: [newest.author] })).toEqual([newest.to]);
  expect(await ask({ sectionId: newest.parts[0] ?? "" })).toContain(newest.to);
  expect(await ask({ sectionId: "n999" })).toEqual([]);
  expect(await ask({ day: dayInWib(Date.now()) })).toEqual(stretches.map(({ to }) => to));
  expect(await ask({ day: "2020-01-01" })).toEqual([]);
  expect(await ask({ words: "MENDAHULUKAN yang" })).toContain(newest.to);
  expect(await ask({ words: "yang mendahulukan" })).toEqual([]);
  const first = await review("case-open").stretches({ limit: 1 });
  expect([first.stretches[0]?.to, first.next]).toEqual([newest.to, newest.to]);
  const rest = await review("case-open").stretches({ before: first.next ?? 0 });
  expect(rest.stretches).toEqual(stretches.slice(1));
});

test("[R18] cells, ticks, levels and bold are compared, marks of notes are no change", async () => {
  const noted = await NotedDocument.create(["Belanja wajib", "| Seratus juta"]);
  const { nodes, marks } = noted.editor.state.schema;
  noted.editor.edit((tr) => {
    const task = nodes.taskItem?.create(
      { checked: false },
      nodes.paragraph?.create(null, tr.doc.type.schema.text("Periksa")),
    );
    const heading = nodes.heading?.create({ level: 3 }, tr.doc.type.schema.text("Judul"));
    if (task && heading)
      tr.insert(
        placeOf(tr.doc, "paragraph", "Belanja"),
        [heading, nodes.taskList?.create(null, task)].filter((node) => node !== undefined),
      );
  });
  await noted.saved();
  const from = await lastPlace(noted.id);
  await noted.note("wajib");
  await noted.saved();
  expect(changesIn(await comparison(noted.id, from, await lastPlace(noted.id)))).toEqual([]);
  noted.editor.edit((tr, doc) => {
    tr.setNodeAttribute(placeOf(doc, "taskItem", "Periksa"), "checked", true);
    tr.setNodeAttribute(placeOf(doc, "heading", "Judul"), "level", 4);
    const { from: start, to } = noted.editor.find("Belanja");
    if (marks.bold) tr.addMark(start, to, marks.bold.create());
  });
  noted.editor.edit((tr) => {
    const { from: start, to } = noted.editor.find("Seratus");
    tr.insertText("Dua ratus", start, to);
  });
  await noted.saved();
  const to = await lastPlace(noted.id);
  const compared = await comparison(noted.id, from, to);
  const changes = changesIn(compared).map((part) =>
    "text" in part
      ? [
          part.text,
          part.marks,
          part.marksBefore,
          part.insertedBy !== undefined,
          part.deletedBy !== undefined,
        ]
      : [part.type, part.attrs, part.attrsBefore],
  );
  expect(changes).toContainEqual(["heading", { level: 4 }, { level: 3 }]);
  expect(changes).toContainEqual(["taskItem", { checked: true }, { checked: false }]);
  expect(changes).toContainEqual(["Belanja", { bold: {} }, {}, false, false]);
  const cell = partsOf(compared.content).find(
    (part) => "type" in part && part.type === "tableCell",
  );
  const words = cell && "type" in cell ? changesIn({ ...compared, content: [cell] }) : [];
  expect(words.map((part) => ("text" in part ? part.deletedBy !== undefined : null))).toContain(
    true,
  );
  for (const { author } of compared.origins.filter((origin) => origin.from > from)) {
    expect(["facilitator", "room"]).toContain(author.personId);
  }
});

test("[R18] a history is made anew when the log was redacted, or the object was put away", async () => {
  const noted = await NotedDocument.create(["Belanja wajib"]);
  const last = await lastPlace(noted.id);
  const expected = await review(noted.id).compare(0, last);
  await runInDurableObject(room(noted.id), (_room, { storage }) =>
    putMeta(storage.sql, "epoch", 2),
  );
  expect(await review(noted.id).compare(0, last)).toEqual(expected);
  await evictDurableObject(review(noted.id));
  expect(await review(noted.id).compare(0, last)).toEqual(expected);
});
