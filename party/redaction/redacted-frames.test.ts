import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { type RedactionPiece, redactionFiller } from "../../domain/redaction.ts";
import { withoutFormattingCleanup } from "../formatting-cleanup.ts";
import { occurrencesOf } from "../history/occurrences.ts";
import { readingAt } from "../history/reading-at.ts";
import { Replay } from "../history/replay.ts";
import { DocumentLog } from "../log/document-log.ts";
import type { LogStore } from "../log/log-store.ts";
import type { LogEntry } from "../log/page-codec.ts";
import type { ReadingNode } from "../reading.ts";
import { areEqual } from "../testing/convergence-run.ts";
import { Random } from "../testing/random.ts";
import { type RecordedRun, recordedRun } from "../testing/recorded-run.ts";
import { entriesOf, logOf, redactedLog, redactor } from "../testing/redacted-log.ts";

vi.setConfig({ testTimeout: 30_000 });

const runs = 150;
const runsPerTest = 15;

/** Some letters that people wrote, wherever each of them stands or stood: joining moves them. */
function choose({ ledger }: RecordedRun, random: Random) {
  const written = [...ledger.letters].filter(([, letter]) => letter >= "\u4e00");
  const first = random.below(written.length);
  const some = written.slice(first, first + 1 + random.below(40));
  const letters = new Set(some.map(([, letter]) => letter));
  const pieces: RedactionPiece[] = [];
  for (const [id, letter] of written) {
    const [client = 0, clock = 0] = id.split(":").map(Number);
    if (!letters.has(letter)) continue;
    const last = pieces.at(-1);
    if (last?.client === client && last.clock + last.length === clock) last.length++;
    else pieces.push({ client, clock, length: 1 });
  }
  return { pieces, letters };
}

function newDocument(): Y.Doc {
  const doc = new Y.Doc();
  withoutFormattingCleanup(doc);
  return doc;
}

function documentOf(entries: readonly LogEntry[]): Y.Doc {
  const doc = newDocument();
  for (const { update } of entries) Y.applyUpdate(doc, update);
  return doc;
}

function withCheckpoint(store: LogStore, place: number): LogStore {
  const doc = documentOf(entriesOf(store).slice(0, place));
  store.putCheckpoint({ place, state: Y.encodeStateAsUpdate(doc) });
  return store;
}

test.each(Array.from({ length: runs / runsPerTest }, (_, at) => at * runsPerTest))(
  "[R11] from seed %i on: bars stand in place of the chosen letters, everywhere and always, and nothing else changes",
  async (first) => {
    for (let seed = first; seed < first + runsPerTest; seed++) {
      const random = new Random(seed);
      const run = recordedRun(seed);
      const { pieces, letters } = choose(run, random);
      const before = run.entries;
      const { store, bytes } = await redactedLog(
        withCheckpoint(logOf(before), 1 + random.below(before.length)),
        pieces,
      );
      const after = entriesOf(store);
      const masked = (text: string) =>
        text.replace(/[\u4e00-\uffff]/g, (letter) =>
          letters.has(letter) ? redactionFiller : letter,
        );

      const origin = ({ author, cause, at }: LogEntry) => [author, cause, at];
      expect(after.slice(0, -1).map(origin)).toEqual(before.map(origin));
      expect(after.at(-1)).toMatchObject({
        author: redactor,
        cause: "redaction:redaction-1",
        at: 7,
      });

      const [old, next] = [before, after].map((entries) => {
        const replay = Replay.empty();
        replay.append(entries);
        return replay;
      });
      if (!old || !next) throw new Error("no replay");
      const places = seed % 10 === 0 ? before.map((_, at) => at + 1) : [before.length];
      for (let left = 12; left > 0; left--) places.push(random.below(before.length) + 1);
      for (const place of places) {
        const [was, is] = [old, next].map((each) => JSON.stringify(readingAt(each, place)));
        expect([seed, place, is === masked(was ?? "")]).toEqual([seed, place, true]);
      }

      const fromCheckpoint = newDocument();
      new DocumentLog(store).replayInto(fromCheckpoint);
      const whole = documentOf(after);
      expect(areEqual(fromCheckpoint, whole)).toBe(true);
      expect(Y.equalSnapshots(Y.snapshot(whole), Y.snapshot(run.state.doc))).toBe(true);

      const written = new TextDecoder().decode(bytes);
      expect([...letters].filter((letter) => written.includes(letter))).toEqual([]);
      expect(written).toContain(redactionFiller);
    }
  },
);

test("[R11] what people had not sent yet fits the new generation as it did the old", async () => {
  for (let seed = 0; seed < 10; seed++) {
    const run = recordedRun(seed);
    const { entries } = run;
    const half = Math.floor(entries.length / 2);
    const [sent, unsent] = [entries.slice(0, half), entries.slice(half)];
    const old = documentOf(entries);
    const occurrence = Replay.empty();
    occurrence.append(sent);
    const [piece] = choose(run, new Random(seed)).pieces.filter(
      ({ client, clock, length }) => Y.getState(documentOf(sent).store, client) >= clock + length,
    );
    if (!piece) continue;
    const { store } = await redactedLog(logOf(sent), [piece]);
    const next = documentOf([...entriesOf(store), ...unsent]);
    expect(Y.equalSnapshots(Y.snapshot(next), Y.snapshot(old))).toBe(true);
    const length = (doc: Y.Doc) => doc.getXmlFragment(fragmentName).toString().length;
    expect(length(next)).toBe(length(old));
  }
});

test("[R11] words that were typed letter by letter by two people, and deleted, are found and removed", async () => {
  const doc = newDocument();
  const entries: LogEntry[] = [];
  const author = (villageId: string) => ({ personId: `warga ${villageId}`, villageId });
  let at = 0;
  let writer = author("a");
  doc.on("update", (update: Uint8Array) => entries.push({ author: writer, at: ++at, update }));
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  doc.getXmlFragment(fragmentName).insert(0, [paragraph]);
  text.insert(0, "NIK milik Bu. Selesai.");
  for (const [place, letter] of [..."Siti 😀"].entries()) {
    doc.clientID = 100 + (place % 2);
    writer = author(place % 2 === 0 ? "a" : "b");
    text.insert(12 + place, letter);
  }
  text.format(10, 4, { bold: {} });
  text.insert(16, "xx");
  text.delete(16, 2);
  text.delete(10, 9);
  text.insert(10, "dia");
  const replay = Replay.empty();
  replay.append(entries);
  const [found, ...more] = occurrencesOf(replay, "bUSITI 😀");
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    before: "NIK milik ",
    words: "BuSiti 😀",
    after: ". Selesai.",
    containerId: null,
    stands: false,
    author: author("a"),
    at: 2,
  });
  const { store, bytes } = await redactedLog(logOf(entries), found?.pieces ?? []);
  const next = Replay.empty();
  next.append(entriesOf(store));
  expect(occurrencesOf(next, "siti")).toEqual([]);
  expect(occurrencesOf(next, "i")).toHaveLength(occurrencesOf(replay, "i").length - 2);
  expect(new TextDecoder().decode(bytes)).not.toMatch(/S.{0,60}😀/s);
  expect(documentOf(entriesOf(store)).getXmlFragment(fragmentName).toString()).toContain(
    "NIK milik dia. Selesai.",
  );
  const longest = readingAt(next, entries.length - 3);
  expect(JSON.stringify(longest)).toContain("█");
});

test("[R11] a letter beyond 16 bits is removed whole, also where a piece names one half of it", async () => {
  const doc = newDocument();
  const entries: LogEntry[] = [];
  doc.on("update", (update: Uint8Array) => entries.push({ author: redactor, at: 1, update }));
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("a😀b")]);
  doc.getXmlFragment(fragmentName).insert(0, [paragraph]);
  const clock = Y.getState(doc.store, doc.clientID) - 4;
  for (const at of [1, 2]) {
    const piece = { client: doc.clientID, clock: clock + at, length: 1 };
    const { store } = await redactedLog(logOf(entries), [piece]);
    const text = documentOf(entriesOf(store)).getXmlFragment(fragmentName).toString();
    expect(text).toContain("a██b");
    expect(store.redactions()).toMatchObject([{ units: 2, epoch: 2, place: 2 }]);
  }
});

test("[R11] the same words in a link or another value go too; what the room goes by stays", async () => {
  const doc = newDocument();
  const entries: LogEntry[] = [];
  doc.on("update", (update: Uint8Array) => entries.push({ author: redactor, at: 1, update }));
  const section = new Y.XmlElement("section");
  section.setAttribute("id", "siti");
  const item = new Y.XmlElement("agendaItem");
  item.setAttribute("title", "Usul");
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText("Hubungi siti di sini");
  paragraph.insert(0, [text]);
  item.insert(0, [paragraph]);
  section.insert(0, [item]);
  doc.getXmlFragment(fragmentName).insert(0, [section]);
  section.setAttribute("id", "siti2");
  section.setAttribute("id", "siti");
  item.setAttribute("title", "Usul Siti");
  text.format(8, 4, { link: { href: "mailto:Siti@desa.id", title: null } });
  const replay = Replay.empty();
  replay.append(entries);
  const [found] = occurrencesOf(replay, "siti");
  const { store } = await redactedLog(logOf(entries), found?.pieces ?? []);
  const after = documentOf(entriesOf(store)).getXmlFragment(fragmentName).get(0);
  if (!(after instanceof Y.XmlElement)) throw new Error("no section");
  expect(after.getAttribute("id")).toBe("siti");
  expect(JSON.stringify(after.toString())).not.toContain("Siti");
  expect(after.toString()).toContain("mailto:████@desa.id");
  expect(after.toString()).toContain("Usul ████");
  expect(after.toString()).toContain("████</link> di sini");
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "[R11] seed %i: when all occurrences of words are removed, no place reads them any more",
  async (seed) => {
    const random = new Random(seed);
    const doc = newDocument();
    const entries: LogEntry[] = [];
    doc.on("update", (update: Uint8Array) => entries.push({ author: redactor, at: 1, update }));
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    doc.getXmlFragment(fragmentName).insert(0, [paragraph]);
    for (let step = 0; step < 80; step++) {
      doc.clientID = 1 + random.below(3);
      const at = random.below(text.length + 1);
      if (random.below(3) > 0 || at === text.length) {
        text.insert(at, random.of(["a", "b", "ab", "ba", "😀"]));
      } else text.delete(at, Math.min(text.length - at, 1 + random.below(3)));
      if (random.below(5) === 0) text.format(0, at, { bold: {} });
    }
    const old = Replay.empty();
    old.append(entries);
    const words = Array.from({ length: 2 + random.below(3) }, () => random.of(["a", "b"])).join("");
    const found = occurrencesOf(old, words);
    const read = (replay: Replay, place: number) => textIn(readingAt(replay, place));
    expect(found.length).toBeGreaterThan(0);
    for (const { words: said, stands } of found) {
      expect(said).toBe(words);
      if (stands) expect(read(old, entries.length)).toContain(words);
    }
    const pieces = found.flatMap((each) => each.pieces);
    const { store } = await redactedLog(logOf(entries), pieces);
    const next = Replay.empty();
    next.append(entriesOf(store));
    for (let place = 1; place <= entries.length; place++) {
      const [was, is] = [read(old, place), read(next, place)];
      expect(is).not.toContain(words);
      expect(is).toHaveLength(was.length);
      expect([...is].every((letter) => letter === redactionFiller || was.includes(letter))).toBe(
        true,
      );
    }
    expect(occurrencesOf(next, words)).toEqual([]);
  },
);

function textIn(node: ReadingNode): string {
  return (node.text ?? "") + (node.content ?? []).map(textIn).join("");
}
