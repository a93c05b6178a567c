import { DatabaseSync } from "node:sqlite";
import type { DurableObjectStorage } from "@cloudflare/workers-types";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { DocumentLog } from "../../party/log/document-log.ts";
import { SqliteLogStore } from "../../party/log/sqlite-log-store.ts";
import { seededRandom } from "../../party/testing/seeded-random.ts";
import { nodeStorage } from "./node-storage.ts";

const writers = 12;
/** A stretch of typing, then a shorter one of taking back; one in three starts elsewhere. */
const stretch = { typed: 24, deleted: 10 };

export interface History {
  characters: number;
  stateBytes: number;
  pages: number;
  /** What opening has to replay after the newest checkpoint. */
  tailPages: number;
  tailEntries: number;
}

export interface HistoryShape {
  editsPerCommit: number;
  /** As today, or a page for each commit, as rooms wrote them at first. */
  pagesGrow: boolean;
}

/**
 * Writes a long history into a room's file, which must hold a fresh document: twelve people typing
 * and deleting letter by letter, so many edits a commit, with the room's own log and checkpoints.
 */
export function writeHistory(file: string, edits: number, shape: HistoryShape): History {
  const database = new DatabaseSync(file);
  const store = new SqliteLogStore(nodeStorage(database) as unknown as DurableObjectStorage);
  const log = new DocumentLog(store, shape.pagesGrow ? undefined : 0);
  const doc = new Y.Doc();
  log.replayInto(doc);
  let commits = 0;
  const typists = makeTypists(doc);
  doc.on("update", (update) => {
    const author = { personId: `bench-${doc.clientID % writers}`, villageId: null };
    log.bind(doc.clientID, author);
    log.append({ author, at: Date.now(), update });
  });
  for (let edit = 0; edit < edits; edit++) {
    typists[Math.floor(edit / shape.editsPerCommit) % writers]?.();
    if ((edit + 1) % shape.editsPerCommit > 0 && edit + 1 < edits) continue;
    // One transaction on the disk for many pages: only their making has to be the room's.
    if (commits++ % 500 === 0) database.exec(commits === 1 ? "BEGIN" : "COMMIT; BEGIN");
    log.commit(Date.now());
    log.checkpointIfDue(doc);
  }
  database.exec("COMMIT");
  const start = store.newestCheckpoint()?.place ?? 0;
  const tailPages = store.pagesAfter(start).length;
  const pages = store.pagesAfter(0).length;
  database.close();
  return {
    characters: doc
      .getXmlFragment(fragmentName)
      .toString()
      .replaceAll(/<[^>]*>/g, "").length,
    stateBytes: Y.encodeStateAsUpdate(doc).byteLength,
    pages,
    tailPages,
    tailEntries: log.place - start,
  };
}

/** One function for each writer that does one edit in the writer's name, in a paragraph of theirs. */
function makeTypists(doc: Y.Doc): (() => void)[] {
  const lanes = [...doc.getXmlFragment(fragmentName).createTreeWalker(() => true)].filter(isLane);
  return Array.from({ length: writers }, (_, writer) => {
    const random = seededRandom(writer + 1);
    const paragraph = lanes[writer % lanes.length]?.get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error("no place to type");
    let caret = 0;
    let left = 0;
    let isTyping = false;
    return () => {
      doc.clientID = 1_000_000_008 + writer;
      if (left-- <= 0) {
        isTyping = !isTyping;
        left = Math.ceil(random() * 2 * (isTyping ? stretch.typed : stretch.deleted));
        if (isTyping && random() < 1 / 3) caret = Math.floor(random() * (text.length + 1));
      }
      if (isTyping || caret === 0) text.insert(caret++, random() < 0.17 ? " " : "n");
      else text.delete(--caret, 1);
    };
  });
}

function isLane(node: unknown): node is Y.XmlElement {
  return node instanceof Y.XmlElement && node.nodeName === "lane";
}
