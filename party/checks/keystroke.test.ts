import { expect, test } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { keystrokeClient } from "./keystroke.ts";
import { checkUpdate, type Writer } from "./update-check.ts";

const mine = 11;
const others = 22;
const writer: Writer = {
  ownsClient: (client) => client !== others,
  writesInLane: (village) => village === "a",
  isLocked: () => false,
  writesForumData: false,
  isRoom: false,
};

/** A document with a lane each of the villages a and b, in which somebody wrote "Kata". */
function documentWithLanes(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = others;
  for (const village of ["a", "b"]) {
    const lane = new Y.XmlElement("lane");
    lane.setAttribute("village", village);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("Kata")]);
    lane.insert(0, [paragraph]);
    doc.getXmlFragment(fragmentName).push([lane]);
  }
  return doc;
}

/** What a browser sends for this act, and the document that it comes to. */
function frameOf(act: (texts: Y.XmlText[]) => void, clientId = mine) {
  const doc = documentWithLanes();
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = clientId;
  const updates: Uint8Array[] = [];
  copy.on("update", (update) => updates.push(update));
  const lanes = copy.getXmlFragment(fragmentName).toArray() as Y.XmlElement[];
  act(lanes.map((lane) => (lane.get(0) as Y.XmlElement).get(0) as Y.XmlText));
  return { doc, update: updates.at(-1) ?? new Uint8Array(), updates };
}

test.each([
  ["behind a word", ([text]: Y.XmlText[]) => text?.insert(4, " baru")],
  ["within a word", ([text]: Y.XmlText[]) => text?.insert(2, "x")],
])(
  "letters %s in the own lane take the short way, to the same verdict as the long one",
  (_where, act) => {
    const { doc, update } = frameOf(act);
    expect(keystrokeClient(doc, update, writer)).toBe(mine);
    expect(checkUpdate(doc, update, writer)).toMatchObject({
      kind: "accepted",
      clients: new Set([mine]),
      isNew: true,
      growthBytes: update.byteLength,
    });
  },
);

test("[R4] letters in another village's lane do not, and are refused", () => {
  const { doc, update } = frameOf(([, text]) => text?.insert(4, "x"));
  expect(keystrokeClient(doc, update, writer)).toBeNull();
  expect(checkUpdate(doc, update, writer)).toEqual({ kind: "refused", reason: "closedContainer" });
});

/** A section with a field, in which somebody wrote "Kata", and letters that are typed behind it. */
function frameInField(name: string, within: "section" | "followUp") {
  const doc = new Y.Doc();
  doc.clientID = others;
  const [section, holder, field] = ["section", within, "field"].map(
    (each) => new Y.XmlElement(each),
  );
  if (!section || !holder || !field) throw new Error("nothing was made");
  const words = new Y.XmlText("Kata");
  doc.transact(() => {
    doc.getXmlFragment(fragmentName).push([section]);
    section.setAttribute("id", "n1");
    if (within === "followUp") section.push([holder]);
    (within === "followUp" ? holder : section).push([field]);
    field.setAttribute("name", name);
    field.push([words]);
  });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = mine;
  const updates: Uint8Array[] = [];
  copy.on("update", (next) => updates.push(next));
  const typed = [...copy.getXmlFragment(fragmentName).createTreeWalker(() => true)].find(
    (node) => node instanceof Y.XmlText,
  );
  if (typed instanceof Y.XmlText) typed.insert(4, "x");
  return { doc, update: updates.at(-1) ?? new Uint8Array() };
}

test.each([
  ["place", "section", "closedContainer"],
  ["chair", "section", "closedContainer"],
  ["secretary", "section", null],
  ["dueDate", "followUp", null],
  // A name that somebody made up closes nothing.
  ["place", "followUp", null],
] as const)("[R15] letters in the field %s of a %s: %s", (name, within, reason) => {
  const { doc, update } = frameInField(name, within);
  expect(keystrokeClient(doc, update, writer)).toBe(reason === null ? mine : null);
  const verdict = checkUpdate(doc, update, writer);
  expect(verdict).toMatchObject(
    reason === null ? { kind: "accepted" } : { kind: "refused", reason },
  );
});

test.each(["n1", "all"])("[R17] letters where %s is locked do not, and are refused", (locked) => {
  const { doc, update } = frameInField("secretary", "section");
  const late: Writer = { ...writer, isLocked: (id) => id === locked };
  expect(keystrokeClient(doc, update, late)).toBeNull();
  const refused = { kind: "refused", reason: "sectionLocked" };
  expect(checkUpdate(doc, update, late)).toEqual(refused);
});

test("[R5] letters under another person's client id do not, and are refused", () => {
  const { doc, update } = frameOf(([text]) => text?.insert(4, "x"), others + 1);
  const stolen = update.slice();
  // The client id is one byte here, the third of the update.
  expect(stolen[2]).toBe(others + 1);
  stolen[2] = others;
  expect(keystrokeClient(doc, stolen, writer)).toBeNull();
  expect(checkUpdate(doc, stolen, writer)).toMatchObject({ kind: "refused" });
});

test("[R6] letters whose predecessors never came do not, and are refused", () => {
  const { doc, updates } = frameOf(([text]) => {
    text?.insert(4, "x");
    text?.insert(5, "y");
  });
  const second = updates[1] ?? new Uint8Array();
  expect(keystrokeClient(doc, second, writer)).toBeNull();
  expect(checkUpdate(doc, second, writer)).toEqual({ kind: "refused", reason: "unfounded" });
});

test.each([
  ["deletions", ([text]: Y.XmlText[]) => text?.delete(0, 1)],
  ["letters of two halves", ([text]: Y.XmlText[]) => text?.insert(4, "😀")],
  ["bold", ([text]: Y.XmlText[]) => text?.format(0, 2, { bold: {} })],
])("%s take the long way", (_what, act) => {
  const { doc, update } = frameOf(act);
  expect(keystrokeClient(doc, update, writer)).toBeNull();
});

test("[R2] what comes again takes the long way", () => {
  const { doc, update } = frameOf(([text]) => text?.insert(4, "x"));
  Y.applyUpdate(doc, update);
  expect(keystrokeClient(doc, update, writer)).toBeNull();
});

test("a frame with something left over takes the long way, and is refused", () => {
  const { doc, update } = frameOf(([text]) => text?.insert(4, "x"));
  const longer = new Uint8Array([...update, 0]);
  expect(keystrokeClient(doc, longer, writer)).toBeNull();
  expect(checkUpdate(doc, longer, writer)).toEqual({ kind: "refused", reason: "malformed" });
});
