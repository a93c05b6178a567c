import { abortAllDurableObjects } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { documents } from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person } from "../testing/room-people.ts";
import { projectText } from "./project-text.ts";
import { Projection } from "./projection.ts";

const db = openDatabase(env);
const ani = person("participant-a");
let room = "";
let count = 0;

vi.setConfig({ testTimeout: 30_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());
beforeEach(async () => {
  room = `searched-${++count}`;
  await db.insert(documents).values({
    ...{ id: room, forumId: "forum-in-session", kind: "case", title: "Kasus dermaga" },
    ...{ theme: "planning", fiscalYear: 2027, status: "open", createdAt: 0 },
  });
});

async function indexed(): Promise<{ title: string; text: string; roots: string } | null> {
  return env.DB.prepare(
    `SELECT title, text, text_roots AS roots FROM search_index WHERE rowid = (
       SELECT id FROM search_entries WHERE kind = 'document' AND subject_id = ?)`,
  )
    .bind(room)
    .first();
}

const section = (client: RoomClient) => client.container("kind", "situation");

test("[R19] what somebody writes is found within 5 s of their pause", async () => {
  const client = await RoomClient.open(room, ani);
  client.type(section(client), "Nelayan memperbaiki dermaga.");
  const pausedAt = Date.now();
  await vi.waitUntil(async () => (await indexed())?.text.includes("memperbaiki"), {
    timeout: 10_000,
  });
  expect(Date.now() - pausedAt).toBeLessThan(5000);
  expect((await indexed())?.roots.split(" ")).toContain("baik");
  expect((await indexed())?.title).toBe("Kasus dermaga");
});

test("[R19] what a room had not indexed when it died is indexed after it opens", async () => {
  const client = await RoomClient.open(room, ani);
  client.type(section(client), "Nelayan memperbaiki dermaga.");
  await client.untilSaved();
  await abortAllDurableObjects();
  expect((await indexed())?.text ?? "").not.toContain("memperbaiki");
  await RoomClient.open(room, ani);
  await vi.waitUntil(async () => (await indexed())?.text.includes("memperbaiki"), {
    timeout: 10_000,
  });
});

test("[R19] words of an earlier place do not overwrite what is indexed", async () => {
  await projectText(env.DB, room, { place: 5, text: "Kata baru." });
  await projectText(env.DB, room, { place: 4, text: "Kata lama." });
  expect((await indexed())?.text).toBe("Kata baru.");
});

test("[R19] the same words again are no write of the index, and other words one", async () => {
  const statements: string[] = [];
  const counting = new Proxy(env.DB, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (name === "prepare") statements.push(String(given[0]));
        return value.apply(target, given);
      };
    },
  });
  await projectText(counting, room, { place: 1, text: "Dermaga kecil." });
  const ofIndex = statements.filter((each) => /(INTO|FROM|UPDATE) search_index\b/.test(each));
  expect(ofIndex.filter((each) => /^\s*(INSERT|UPDATE|DELETE)/.test(each))).toHaveLength(1);
  expect(statements.length).toBeLessThanOrEqual(6);
});

test("[R19] a burst of typing is one write, and what changes no word is none", async () => {
  vi.useFakeTimers();
  try {
    const doc = new Y.Doc();
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement("paragraph");
    doc.getXmlFragment(fragmentName).push([paragraph]);
    paragraph.push([text]);
    const written: string[] = [];
    const projection = new Projection({
      doc,
      commit: () => 1,
      writePromises: async () => undefined,
      writeText: async (_place, said) => void written.push(said),
      onFailure: (error) => expect(error).toBeNull(),
    });
    for (const letter of "dermaga nelayan") {
      text.insert(text.length, letter);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(2500);
    expect(written).toEqual(["dermaga nelayan"]);
    text.format(0, 7, { bold: true });
    await vi.advanceTimersByTimeAsync(70_000);
    expect(written).toHaveLength(1);
    // Whoever never pauses is indexed each minute.
    for (let second = 0; second < 90; second++) {
      text.insert(text.length, "a");
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(written).toHaveLength(2);
    projection.stop();
  } finally {
    vi.useRealTimers();
  }
});
