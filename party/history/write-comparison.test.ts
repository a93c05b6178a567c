import { expect, test } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { LogEntry } from "../log/page-codec.ts";
import { readComparison } from "../testing/read-comparison.ts";
import { compare } from "./compare.ts";
import { Replay } from "./replay.ts";
import { writeComparison } from "./write-comparison.ts";

/** Letter by letter, so that each is a piece of its own. */
function writeLog(paragraphs: number, letters: number): LogEntry[] {
  const doc = new Y.Doc();
  const entries: LogEntry[] = [];
  doc.on("update", (update: Uint8Array) => {
    const author = { personId: `person-${entries.length % 5}`, villageId: null };
    entries.push({ author, at: entries.length * 1000, update });
  });
  const texts = Array.from({ length: paragraphs }, () => {
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    doc.getXmlFragment(fragmentName).push([paragraph]);
    return text;
  });
  for (let letter = 0; letter < letters; letter++) {
    for (const text of texts) {
      if (letter % 3 === 2) text.delete(0, 1);
      else text.insert(Math.floor(text.length / 2), "abcdefghij"[letter % 10] ?? "");
    }
  }
  return entries;
}

test("[R18] a comparison that pauses is the same while the record grows, and what others ask is heard", async () => {
  const entries = writeLog(100, 120);
  const [from, to] = [3000, 9000];
  const replay = Replay.empty();
  replay.append(entries.slice(0, to));
  const expected = compare(replay, from, to);
  const written = writeComparison(replay, from, to);
  let turns = 0;
  let isDone = false;
  void written.finally(() => {
    isDone = true;
  });
  for (let place = to; !isDone; place += 40) {
    replay.append(entries.slice(place, place + 40));
    turns++;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  expect(turns).toBeGreaterThan(1);
  expect(replay.last).toBeGreaterThan(to);
  expect(readComparison(await written)).toEqual(expected);
});
