import { recreateTransform } from "@fellow/prosemirror-recreate-transform";
import { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { documentSchema, fragmentName } from "../../domain/document/schema.ts";
import { compare } from "../../party/history/compare.ts";
import { readingAt } from "../../party/history/reading-at.ts";
import { Replay } from "../../party/history/replay.ts";
import type { LogEntry } from "../../party/log/page-codec.ts";
import { Random } from "../../party/testing/random.ts";

/** Few and long: the peer compares every paragraph with every other. */
const paragraphLetters = 4000;
const edits = 300;

export interface LongText {
  characters: number;
  oursMs: number[];
  recreateTransformMs: number;
  times: number;
}

/**
 * Two moments of a very long document, apart by some hundred edits, compared by us and by
 * recreateTransform. Ours gives authors too.
 */
export function compareLongText(characters: number): LongText {
  const { entries, before } = writeLongText(characters);
  const replay = Replay.empty();
  replay.append(entries);
  const oursMs = [1, 2, 3].map(() => elapsedMs(() => compare(replay, before, entries.length)));
  const [from, to] = [before, entries.length].map((place) =>
    Node.fromJSON(documentSchema, readingAt(replay, place)),
  );
  if (!from || !to) throw new Error("two moments are compared");
  const recreateTransformMs = elapsedMs(() => recreateTransform(from, to));
  const median = [...oursMs].sort((a, b) => a - b)[1] ?? Number.NaN;
  return { characters, oursMs, recreateTransformMs, times: recreateTransformMs / median };
}

function writeLongText(characters: number): { entries: LogEntry[]; before: number } {
  const random = new Random(characters);
  const doc = new Y.Doc();
  const entries: LogEntry[] = [];
  const author = { personId: "person-1", villageId: "village-1" };
  doc.on("update", (update: Uint8Array) => entries.push({ author, at: entries.length, update }));
  const section = new Y.XmlElement("section");
  doc.getXmlFragment(fragmentName).insert(0, [section]);
  const texts = Array.from({ length: characters / paragraphLetters }, () => {
    const words = Array.from({ length: paragraphLetters }, () => random.of([..."abcdefgh    "]));
    const text = new Y.XmlText(words.join(""));
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    section.insert(section.length, [paragraph]);
    return text;
  });
  const before = entries.length;
  for (let edit = 0; edit < edits; edit++) {
    const text = random.of(texts);
    const at = random.below(text.length - 10);
    if (edit % 3 === 0) text.delete(at, 8);
    else text.insert(at, "kata baru ");
  }
  return { entries, before };
}

function elapsedMs(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
