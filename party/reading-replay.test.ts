import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../domain/document/schema.ts";
import { createTemplate } from "../domain/document/templates.ts";
import { makeEdit } from "./testing/document-edits.ts";
import { Random } from "./testing/random.ts";
import { randomSteps } from "./testing/random-steps.ts";
import { blocksOf, rootOf } from "./testing/root-of.ts";

test.each([1, 2, 3, 4, 5, 6])(
  "seed %i: replayed in any way, a document has the same root",
  async (seed) => {
    const { docs, updates } = randomRun(seed);
    const [doc, other] = docs;
    const root = await rootOf(doc);
    const copies = [
      other,
      replayed(updates),
      replayed(updates, { gc: false }),
      replayed(shuffled(updates, seed)),
      replayed([Y.mergeUpdates(updates)]),
      replayed([Y.encodeStateAsUpdate(doc)]),
    ];
    for (const copy of copies) {
      expect(blocksOf(copy)).toEqual(blocksOf(doc));
      expect(await rootOf(copy)).toBe(root);
    }
    expect(updates.length).toBeGreaterThan(60);
    expect(blocksOf(doc).length).toBeGreaterThan(40);
  },
);

/** Two people who edit, now and then without each other, and every update in its order. */
function randomRun(seed: number): { docs: [Y.Doc, Y.Doc]; updates: Uint8Array[] } {
  const docs: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  for (const [at, doc] of docs.entries()) {
    // Otherwise who comes first is another one in every run.
    doc.clientID = at + 1;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== meeting) updates.push(update);
    });
  }
  let lastId = 0;
  const template = createTemplate(source, () => `n${++lastId}`);
  prosemirrorToYXmlFragment(template, docs[0].getXmlFragment(fragmentName));
  meet(docs);
  for (const step of randomSteps(seed, docs.length, 200)) {
    const doc = step.kind === "edit" ? docs[step.tab] : undefined;
    if (step.kind === "edit" && doc) makeEdit(doc, step.edit, { lanes: "all" });
    else meet(docs);
  }
  meet(docs);
  return { docs, updates };
}

const meeting = Symbol("meeting");

function meet([one, other]: [Y.Doc, Y.Doc]): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other), meeting);
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one), meeting);
}

function replayed(updates: readonly Uint8Array[], { gc = true } = {}): Y.Doc {
  const doc = new Y.Doc({ gc });
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function shuffled<Part>(parts: readonly Part[], seed: number): Part[] {
  const random = new Random(seed);
  return parts
    .map((part) => ({ part, at: random.below(1_000_000) }))
    .sort((one, other) => one.at - other.at)
    .map(({ part }) => part);
}

const source: Parameters<typeof createTemplate>[0] = {
  id: "d1",
  kind: "case",
  title: "Pagu turun",
  theme: "planning",
  fiscalYear: 2027,
  status: "open",
  correctsDocumentId: null,
  proposedByVillage: null,
  forum: {
    id: "f1",
    title: "Forum Sinau",
    startsAt: 0,
    endsAt: 0,
    place: "Pendopo",
    districtName: "Binangun",
    regency: "Blitar",
  },
  villages: [{ id: "village-a" }, { id: "village-b" }],
  agenda: [],
  chair: null,
  recorders: [],
  attendance: [],
};
