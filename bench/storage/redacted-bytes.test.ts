// What a redaction leaves in the files of the objects: searched as bytes, not asked of SQLite.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { RedactionOccurrence, RedactionOutcome } from "../../domain/redaction.ts";
import { writeFrames } from "../../party/log/archive-frames.ts";
import type { LogEntry } from "../../party/log/page-codec.ts";
import { framesOf } from "../../party/log/room-archive.ts";
import { entriesOf, logOf, redactor } from "../../party/testing/redacted-log.ts";
import { type OurServer, startOurs } from "../servers/ours.ts";

const timeoutMs = 90_000;
const id = "document-with-names";
const count = 50;
/** Enough for the review room to keep its replay on disk. */
const entriesBetween = 100;
const word = "Rahasia";
const names = Array.from({ length: count }, (_, at) => `${word}${at}`);

let server: OurServer;

beforeAll(async () => {
  server = await startOurs({ entry: "bench/worker/redacting-worker.ts" });
}, timeoutMs);

afterAll(() => server.stop());

/** A long document in which names are pasted, typed letter by letter, and every second one deleted. */
function writtenEntries(): LogEntry[] {
  const doc = new Y.Doc();
  const entries: LogEntry[] = [];
  const author = { personId: "participant-a", villageId: "village-a" };
  doc.on("update", (update: Uint8Array) => entries.push({ author, at: entries.length, update }));
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  doc.getXmlFragment(fragmentName).insert(0, [paragraph]);
  for (const [at, name] of names.entries()) {
    const start = text.length;
    if (at % 3 === 0) text.insert(start, name);
    else for (const letter of name) text.insert(text.length, letter);
    for (let left = entriesBetween; left > 0; left--) text.insert(text.length, "pagu ");
    if (at % 2 === 0) text.delete(start, name.length);
  }
  return entries;
}

/** In which files the word stands; where its letters were logged one by one it is none. */
function filesWithWord(): string[] {
  return globSync("v3/do/**/*", { cwd: server.stateFolder, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(word));
}

async function tell<Answer>(order: string, body: BodyInit = ""): Promise<Answer> {
  const address = `${server.origin}/bench/redaction/${id}/${order}`;
  const answer = await fetch(address, { method: "POST", body });
  return answer.json() as Promise<Answer>;
}

test(
  "[R11] no byte of what was redacted is left in the files of room, sibling and review room",
  async () => {
    const store = logOf(writtenEntries());
    const doc = new Y.Doc();
    for (const { update } of entriesOf(store)) Y.applyUpdate(doc, update);
    const place = store.lastPage()?.last ?? 0;
    store.putCheckpoint({ place, state: Y.encodeStateAsUpdate(doc) });
    const archive = Buffer.concat([...writeFrames(framesOf(store))]);
    expect(await tell("import", archive)).toBe("imported");
    const found = await tell<RedactionOccurrence[]>("find", word);
    expect(found).toHaveLength(count);
    expect(found.filter(({ stands }) => stands)).toHaveLength(count / 2);
    expect(filesWithWord().length).toBeGreaterThanOrEqual(2);
    for (const [epoch, some] of [found.slice(0, 1), found.slice(1)].entries()) {
      const pieces = some.flatMap((each) => each.pieces);
      const order = {
        redactionId: `redaction-${epoch}`,
        pieces,
        author: redactor,
        isAtOnce: false,
      };
      const outcome = await tell<RedactionOutcome>("redact", JSON.stringify(order));
      expect(outcome).toMatchObject({ kind: "redacted", epoch: epoch + 2 });
      await tell("forget");
    }
    expect(await tell("find", word)).toEqual([]);
    await server.restart(() => expect(filesWithWord()).toEqual([]));
    expect(await tell<RedactionOccurrence[]>("find", "█49")).toHaveLength(1);
  },
  timeoutMs,
);
