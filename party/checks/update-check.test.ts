import { expect, test } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import * as raw from "../testing/raw-update.ts";
import { checkUpdate } from "./update-check.ts";
import { frameLimits, isWorthDecoding } from "./update-scan.ts";

const mine = 11;
const mine2 = 12;
const others = 99;
const anybody = {
  ownsClient: (client: number) => client !== others,
  writesInLane: () => true,
  isLocked: () => false,
  writesForumData: false,
  isRoom: false,
};

/** A section with one paragraph that says "a😀b"; all of it is another person's. */
function sample() {
  const doc = new Y.Doc();
  doc.clientID = others;
  const section = new Y.XmlElement("section");
  const paragraph = new Y.XmlElement("paragraph");
  const words = new Y.XmlText("a😀b");
  doc.transact(() => {
    doc.getXmlFragment(fragmentName).insert(0, [section]);
    section.insert(0, [paragraph]);
    paragraph.insert(0, [words]);
  });
  return { doc, section, paragraph, words };
}

const idOf = (type: Y.XmlElement | Y.XmlText) => {
  if (!type._item) throw new Error("not in a document");
  return [type._item.id.client, type._item.id.clock] as const;
};
const { doc, section, paragraph, words } = sample();
const inSection = { parent: idOf(section) };
const inParagraph = { parent: idOf(paragraph) };
const inWords = { parent: idOf(words) };
const firstLetter = idOf(words)[1] + 1;
const letter = (at: number) => [others, firstLetter + at] as const;

const block = (...structs: raw.Write[]) => [{ client: mine, clock: 0, structs }];
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const chain = (depth: number) =>
  Array.from({ length: depth }, (_, at) =>
    raw.item(7, at === 0 ? inSection : { parent: [mine, at - 1] }, raw.element("blockquote")),
  );

function verdictOn(update: Uint8Array) {
  return checkUpdate(doc, update, anybody);
}

const malformed: [string, Uint8Array][] = [
  ["claims two billion clients", raw.bytes(raw.numbers(2 ** 31, 1, 1, 0))],
  [
    "claims more structs than it holds",
    raw.rawUpdate([{ ...block(raw.gone(1))[0], claims: 2 ** 31 } as raw.Block]),
  ],
  ["claims two billion deletions", raw.bytes(raw.numbers(0, 1, others, 2 ** 31))],
  ["carries a number of a thousand bytes", new Uint8Array(1000).fill(0xff)],
  ["takes its clock beyond what can be counted", raw.rawUpdate(block(raw.gone(2 ** 53 - 1)))],
  ["deletes beyond what can be counted", raw.rawUpdate([], [[mine, [1, 2 ** 53 - 2]]])],
  [
    "has a client id of more than 32 bits",
    raw.rawUpdate([{ client: 2 ** 40, clock: 0, structs: [raw.gone(1)] }]),
  ],
  ["has a struct of no length", raw.rawUpdate(block(raw.gone(0)))],
  ["has an empty text", raw.rawUpdate(block(raw.item(4, inWords, raw.text(""))))],
  ["has a gap within", raw.rawUpdate(block(raw.gone(1), raw.numbers(10, 5), raw.gone(1)))],
  [
    "brings a client id twice, of which Yjs forgets one",
    raw.rawUpdate([...block(raw.gone(1)), { client: mine, clock: 1, structs: [raw.gone(1)] }]),
  ],
  [
    "deletes the same again and again",
    raw.rawUpdate([], [[others, ...Array.from({ length: 9 }, () => [0, 5] as [number, number])]]),
  ],
  ["deletes nothing", raw.rawUpdate([], [[others, [0, 0]]])],
  ["is of version 2", Y.encodeStateAsUpdateV2(doc)],
  ["has bytes left over", new Uint8Array([...raw.rawUpdate(block(raw.gone(1))), 0])],
  [
    "lies about the length of a text",
    raw.rawUpdate(block(raw.item(4, inWords, raw.numbers(1000, 1)))),
  ],
  ["is no UTF-8", raw.rawUpdate(block(raw.item(4, inWords, raw.bytesOf(1, 0xff))))],
  ["brings JSON", raw.rawUpdate(block(raw.item(2, inWords, raw.any())))],
  ["brings bytes", raw.rawUpdate(block(raw.item(3, inWords, raw.numbers(1, 1))))],
  ["embeds an object", raw.rawUpdate(block(raw.item(5, inWords, raw.text("{}"))))],
  ["brings a document of its own", raw.rawUpdate(block(raw.item(9, inWords, raw.text("x"))))],
  [
    "nests a format's value",
    raw.rawUpdate(block(raw.item(6, inWords, raw.format("bold", nested(1000))))),
  ],
  [
    "nests an attribute",
    raw.rawUpdate(
      block(
        raw.item(
          8,
          { ...inParagraph, key: "id" },
          raw.numbers(1, ...Array<number>(1000).fill(117), 0),
        ),
      ),
    ),
  ],
  ["nests elements deeper than browsers can walk", raw.rawUpdate(block(...chain(100)))],
  [
    "sets an attribute that every object has",
    raw.rawUpdate(block(raw.item(8, { ...inParagraph, key: "constructor" }, raw.any("x")))),
  ],
  [
    "has an unknown format",
    raw.rawUpdate(block(raw.item(6, inWords, raw.format("constructor", "{}")))),
  ],
  [
    "links to a script",
    raw.rawUpdate(block(raw.item(6, inWords, raw.format("link", '{"href":"java\\nscript:x"}')))),
  ],
  [
    "formats with a long value",
    raw.rawUpdate(
      block(raw.item(6, inWords, raw.format("link", JSON.stringify({ href: "x".repeat(5000) })))),
    ),
  ],
  [
    "has a cell across a million columns",
    raw.rawUpdate(
      block(
        raw.item(7, inSection, raw.element("table")),
        raw.item(7, { parent: [mine, 0] }, raw.element("tableRow")),
        raw.item(7, { parent: [mine, 1] }, raw.element("tableCell")),
        raw.item(8, { parent: [mine, 2], key: "colspan" }, raw.any(1_000_000)),
      ),
    ),
  ],
  ["stands behind itself", raw.rawUpdate(block(raw.item(4, { origin: [mine, 0] }, raw.text("x"))))],
  [
    "stands behind its own future",
    raw.rawUpdate(
      block(
        raw.item(4, { origin: [mine, 1] }, raw.text("x")),
        raw.item(4, { origin: letter(0) }, raw.text("y")),
      ),
    ),
  ],
  [
    "goes round in a ring of two clients",
    raw.rawUpdate([
      { client: mine2, clock: 0, structs: [raw.item(4, { origin: [mine, 0] }, raw.text("x"))] },
      { client: mine, clock: 0, structs: [raw.item(4, { origin: [mine2, 0] }, raw.text("y"))] },
    ]),
  ],
  [
    "cuts another's letter in two",
    raw.rawUpdate(block(raw.item(4, { origin: letter(1), rightOrigin: letter(2) }, raw.text("x")))),
  ],
];

test.each(malformed)("[R6] an update that %s is malformed", (_what, update) => {
  expect(verdictOn(update)).toEqual({ kind: "refused", reason: "malformed" });
});

const many = (count: number, struct: raw.Write) => [
  { client: mine, clock: 0, structs: Array<raw.Write>(count).fill(struct) },
];
const clients = Array.from({ length: 80_000 }, (_, client) => {
  return { client, clock: 0, structs: [raw.gone(1)] };
});
const ranges = Array.from({ length: 120_000 }, (_, at): [number, number] => [2 * at, 1]);

test.each([
  ["structs of two bytes", raw.rawUpdate(many(250_000, raw.gone(1)))],
  [
    "empty blocks",
    new Uint8Array([...raw.bytes(raw.numbers(170_000)), ...new Uint8Array(510_000)]),
  ],
  ["client ids", raw.rawUpdate(clients)],
  ["deletions", raw.rawUpdate([], [[others, ...ranges]])],
])("[R6] half a megabyte of %s is refused before it is decoded", (_what, update) => {
  expect(isWorthDecoding(update, frameLimits)).toBe(false);
  expect(verdictOn(update)).toEqual({ kind: "refused", reason: "malformed" });
});

test("[R6] the rest of a half-known item cannot be moved elsewhere", () => {
  const { doc, section, words } = sample();
  const open = new Y.Doc();
  open.clientID = mine;
  Y.applyUpdate(open, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(
    doc,
    raw.rawUpdate([
      { client: mine, clock: 0, structs: [raw.item(4, { parent: idOf(words) }, raw.text("xy"))] },
    ]),
  );
  const grown = (at: Parameters<typeof raw.item>[1]) =>
    checkUpdate(doc, raw.rawUpdate(block(raw.item(4, at, raw.text("xyz")))), anybody);
  expect(grown({ parent: idOf(words) })).toMatchObject({ kind: "accepted" });
  expect(grown({ parent: idOf(section) })).toEqual({ kind: "refused", reason: "malformed" });
});

test("[R6] who deletes half a letter on replacing it is not refused", () => {
  const update = raw.rawUpdate(
    block(raw.item(4, { origin: letter(0), rightOrigin: letter(2) }, raw.text("x"))),
    [[others, [firstLetter + 1, 1]]],
  );
  expect(verdictOn(update)).toMatchObject({ kind: "accepted" });
});

/** What a browser makes of it in one transaction, as a frame. */
function frameOf(edit: (section: Y.XmlElement) => void): Uint8Array {
  const browser = new Y.Doc();
  browser.clientID = mine;
  Y.applyUpdate(browser, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(browser);
  browser.transact(() => edit(browser.getXmlFragment(fragmentName).get(0) as Y.XmlElement));
  return Y.encodeStateAsUpdate(browser, before);
}

function paragraphOf(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  return paragraph;
}

function tableOf(rows: number, columns: number): Y.XmlElement {
  const part = (name: string, parts: Y.XmlElement[]) => {
    const made = new Y.XmlElement(name);
    made.insert(0, parts);
    return made;
  };
  const cell = () => {
    const made = part("tableCell", [paragraphOf("Belanja modal")]);
    // Attributes of a table are numbers; Yjs' type knows only texts.
    made.setAttribute("colspan", 1 as unknown as string);
    made.setAttribute("rowspan", 1 as unknown as string);
    return made;
  };
  const row = () => part("tableRow", Array.from({ length: columns }, cell));
  return part("table", Array.from({ length: rows }, row));
}

test.each([
  ["a pasted table of 500 rows", frameOf((section) => section.insert(1, [tableOf(500, 6)]))],
  [
    "a pasted text of 100 kB",
    frameOf((section) => section.insert(1, [paragraphOf("Kata ".repeat(20_000))])),
  ],
  [
    "a journal of 128 kB, letter by letter",
    frameOf((section) => {
      const text = (section.get(0) as Y.XmlElement).get(0) as Y.XmlText;
      for (let at = 0; at < 9000; at++) text.insert((at * 7919) % (at + 1), "n");
    }),
  ],
])("%s passes", (_what, update) => {
  expect(update.byteLength).toBeGreaterThan(60_000);
  expect(verdictOn(update)).toMatchObject({ kind: "accepted", isNew: true });
});
