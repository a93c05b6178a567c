import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { documentSchema, fragmentName } from "../../domain/document/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { NotedDocument } from "../testing/noted-document.ts";
import { RoomClient } from "../testing/room-client.ts";
import { until } from "../testing/until.ts";
import { annotationKey } from "./annotation-key.ts";
import { textsIn } from "./text-marks.ts";

vi.setConfig({ testTimeout: 20_000 });
beforeAll(buildWorld);
afterEach(() => RoomClient.leaveAll());

const sentence = "Bukti belanja desa belum lengkap sejak Maret.";

interface Structural {
  name: string;
  /** How often the editor acts, each time as one change. */
  acts: ((noted: NotedDocument) => void)[];
  /** What the two threads on "desa belum" and "belum lengkap" stand on then. */
  stand: [string, string];
}

const cut = ({ editor }: NotedDocument, words: string) => {
  const range = editor.find(words);
  const slice = editor.state.doc.slice(range.from, range.to);
  editor.edit((tr) => tr.delete(range.from, range.to));
  return slice;
};

let held: ReturnType<typeof cut> | null = null;

/** The seven that ARCHITECTURE counts. */
const seven: Structural[] = [
  {
    name: "a paragraph is split before it",
    acts: [({ editor }) => editor.edit((tr) => tr.split(editor.find("belanja").from))],
    stand: ["desa belum", "belum lengkap"],
  },
  {
    name: "a paragraph is split inside of it",
    acts: [({ editor }) => editor.edit((tr) => tr.split(editor.find("lum lengkap").from))],
    stand: ["desa be|lum", "be|lum lengkap"],
  },
  {
    name: "it is cut and pasted elsewhere",
    acts: [
      (noted) => {
        held = cut(noted, " desa belum lengkap");
      },
      ({ editor }) => {
        const at = editor.find("Kedua").to;
        editor.edit((tr) => held && tr.replace(at, at, held));
      },
    ],
    stand: ["desa belum", "belum lengkap"],
  },
  {
    name: "it is deleted and that is undone",
    acts: [(noted) => void cut(noted, " desa belum lengkap sejak"), ({ editor }) => editor.undo()],
    stand: ["desa belum", "belum lengkap"],
  },
  {
    name: "somebody types inside of it",
    acts: [({ editor }) => editor.edit((tr) => tr.insertText("juga ", editor.find("belum").from))],
    stand: ["desa juga belum", "belum lengkap"],
  },
  {
    name: "its paragraph is joined to the one before",
    acts: [
      ({ editor }) =>
        editor.edit((tr, doc) => tr.join(doc.resolve(editor.find("Bukti").from).before())),
    ],
    stand: ["desa belum", "belum lengkap"],
  },
  {
    name: "its paragraph becomes a heading",
    acts: [
      ({ editor }) => {
        const { heading } = documentSchema.nodes;
        const { from, to } = editor.find("Bukti");
        editor.edit((tr) => heading && tr.setBlockType(from, to, heading, { level: 3 }));
      },
    ],
    stand: ["desa belum", "belum lengkap"],
  },
];

describe("a thread and another that overlaps it keep their places when", () => {
  it.each(seven)("$name", async ({ acts, stand }) => {
    const noted = await NotedDocument.create(["Pertama.", sentence, "Kedua."]);
    const [first, second] = [await noted.note("desa belum"), await noted.note("belum lengkap")];
    for (const act of acts) {
      act(noted);
      await noted.settled();
    }
    expect([first, second].map(({ id }) => noted.marked(id))).toEqual(stand);
    const newcomer = await NotedDocument.enter(noted.id, "minute-taker");
    expect([first, second].map(({ id }) => newcomer.marked(id))).toEqual(stand);
    // Where it took long, they were called orphaned in between.
    const countPlaced = async () =>
      (await noted.threads()).threads.filter(({ placement }) => placement === "placed").length;
    await vi.waitUntil(async () => (await countPlaced()) === 2, { timeout: 10_000 });
  });

  it.each([
    ["paragraphs", ["Awal pertama", "tengah", "akhir ketiga"]],
    ["items of lists", ["- Awal pertama", "- tengah", "- akhir ketiga"]],
    ["cells of tables", ["| Awal pertama", "| tengah", "| akhir ketiga"]],
  ])("they stand across %s", async (_, lines) => {
    const noted = await NotedDocument.create(lines);
    const wide = await noted.note("pertama\ntengah\nakhir");
    const overlapping = await noted.note("tengah\nakhir ketiga");
    expect(wide.quote).toBe("pertama\ntengah\nakhir");
    expect(noted.marked(wide.id)).toBe("pertama|tengah|akhir");
    const { editor } = noted;
    editor.edit((tr) => tr.insertText("sekali ", editor.find("ketiga").from));
    editor.edit((tr) => tr.split(editor.find("ngah").from));
    await noted.settled();
    expect(noted.marked(wide.id)).toBe("pertama|te|ngah|akhir");
    expect(noted.marked(overlapping.id)).toBe("te|ngah|akhir sekali ketiga");
  });
});

it("writes marks under the key that the editor's binding would give them", () => {
  const mark = documentSchema.mark("annotation", { thread: "satu" });
  const paragraph = documentSchema.node("paragraph", null, [documentSchema.text("Kata", [mark])]);
  const document = documentSchema.node("doc", null, [
    documentSchema.node("section", null, [paragraph]),
  ]);
  const fragment = new Y.Doc().getXmlFragment(fragmentName);
  prosemirrorToYXmlFragment(document, fragment);
  const [text] = [...textsIn(fragment)];
  expect(text?.toDelta()).toEqual([
    { insert: "Kata", attributes: { [annotationKey("satu")]: { thread: "satu" } } },
  ]);
});

describe("a thread whose words are gone", () => {
  it("is listed with its quote, is told of, and stands again when that is undone", async () => {
    const noted = await NotedDocument.create([sentence, "Kedua."]);
    const [gone, stays] = [await noted.note("belum lengkap"), await noted.note("Bukti")];
    cut(noted, " belum lengkap");
    await until(() =>
      noted.client.news.some(({ placements }) => placements[0]?.placement === "orphaned"),
    );
    expect(noted.client.news.at(-1)?.placements).toEqual([{ id: gone.id, placement: "orphaned" }]);
    const { threads } = await noted.threads();
    expect(threads.map(({ id, quote, placement }) => [id, quote, placement])).toEqual([
      [gone.id, "belum lengkap", "orphaned"],
      [stays.id, "Bukti", "placed"],
    ]);
    noted.editor.undo();
    await until(() => noted.client.news.at(-1)?.placements[0]?.placement === "placed");
    expect(noted.marked(gone.id)).toBe("belum lengkap");
    expect((await noted.threads()).threads[0]?.placement).toBe("placed");
  });

  it("is not one of which a letter is left", async () => {
    const noted = await NotedDocument.create([sentence]);
    const thread = await noted.note("belum lengkap");
    cut(noted, "elum lengkap");
    await noted.settled();
    expect(noted.marked(thread.id)).toBe("b");
    expect((await noted.threads()).threads[0]?.placement).toBe("placed");
  });
});

describe("a copy", () => {
  it("bears no mark: the first keeps it", async () => {
    const noted = await NotedDocument.create([sentence, "Kedua."]);
    const thread = await noted.note("belum lengkap");
    const { editor } = noted;
    const range = editor.find("desa belum lengkap");
    const slice = editor.state.doc.slice(range.from, range.to);
    const at = editor.find("Kedua").to;
    editor.edit((tr) => tr.replace(at, at, slice));
    await until(() => noted.marked(thread.id) === "belum lengkap");
    expect(noted.editor.words.match(/belum lengkap/g)).toHaveLength(2);
    expect(noted.marked(thread.id)).toBe("belum lengkap");
  });
});
