import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { DocumentSource } from "../../domain/document/source.ts";
import { createTemplate } from "../../domain/document/templates.ts";
import { withoutFormattingCleanup } from "../../party/formatting-cleanup.ts";
import { type Author, type LogEntry, roomAuthor } from "../../party/log/page-codec.ts";
import { type EditKind, makeEdit } from "../../party/testing/document-edits.ts";
import { Random } from "../../party/testing/random.ts";
import { addTextPlaces } from "../../party/text-places.ts";
import { Typist } from "./typist.ts";

const villages = 12;
const forumMs = 3 * 3_600_000;
const startsAt = Date.UTC(2026, 10, 23, 2);
/** Of a hundred edits, so many change the structure or the marks; all others are one letter. */
const structureShare = 2;
const structure: readonly EditKind[] = [
  ...["split", "split", "join", "bold", "bold", "addHeading", "changeLevel"],
  ...["addList", "addItem", "addItem", "deleteItem", "addTable", "addRow", "deleteRow"],
  "deleteBlock",
] as EditKind[];

/** A forum of three hours: twelve villages write minutes, mostly letter by letter, as a log. */
export function recordDocument(edits: number, seed: number): LogEntry[] {
  const random = new Random(seed);
  const doc = new Y.Doc();
  withoutFormattingCleanup(doc);
  const entries: LogEntry[] = [];
  let author: Author = roomAuthor;
  let at = startsAt;
  doc.on("update", (update: Uint8Array) => entries.push({ author, at, update }));
  doc.transact(() => makeTemplate(doc));
  const typists = Array.from(
    { length: villages },
    (_, village) => new Typist(doc, idOf(village), new Random(seed * 100 + village)),
  );
  while (entries.length < edits) {
    const village = random.below(villages);
    at = startsAt + Math.floor((entries.length / edits) * forumMs);
    author = { personId: `person-${village}`, villageId: idOf(village) };
    doc.clientID = 1_000_000_008 + village;
    if (random.below(100) >= structureShare) typists[village]?.type(entries.length / edits);
    else {
      const [kind, letters] = [random.of(structure), "kata"];
      const share = () => random.below(1000) / 1000;
      makeEdit(doc, { kind, block: share(), at: share(), letters }, { lanes: [idOf(village)] });
    }
  }
  return entries;
}

function makeTemplate(doc: Y.Doc): void {
  let ids = 0;
  const fragment = doc.getXmlFragment(fragmentName);
  prosemirrorToYXmlFragment(
    createTemplate(source, () => `n${++ids}`),
    fragment,
  );
  addTextPlaces(fragment);
}

function idOf(village: number): string {
  return `village-${village}`;
}

const source: DocumentSource = {
  id: "recorded",
  kind: "minutes",
  title: "Berita acara",
  theme: "planning",
  fiscalYear: 2027,
  status: "open",
  proposedByVillage: null,
  forum: {
    id: "forum",
    title: "Forum Sinau",
    startsAt,
    endsAt: startsAt + forumMs,
    place: "Pendopo",
    districtName: "Binangun",
    regency: "Blitar",
  },
  villages: Array.from({ length: villages }, (_, village) => ({ id: idOf(village) })),
  agenda: Array.from({ length: 6 }, (_, at) => ({
    id: `item-${at}`,
    title: `Acara ${at + 1}`,
    kind: "case",
  })),
  chair: null,
  recorders: [],
  attendance: [],
};
