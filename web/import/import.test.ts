import { Node } from "@tiptap/pm/model";
import { DOMParser } from "@xmldom/xmldom";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { documentSchema } from "../../domain/document/schema.ts";
import { textOf } from "../../domain/export/column-widths.ts";
import { documentBlocks } from "../../domain/export/document-blocks.ts";
import { plainNames } from "../../domain/export/testing/plain-names.ts";
import { randomDocument } from "../../domain/export/testing/random-document.ts";
import { writeDocx } from "../export/docx/write-docx.ts";
import { textOnly } from "./docx-package.ts";
import { readDocx } from "./docx-reader.ts";
import type { HtmlNode } from "./plain-node.ts";
import { readHtml } from "./read-html.ts";

/** Node has no page; this one is read alike. */
function read(html: string, dropped = {}) {
  const page = new DOMParser().parseFromString(
    `<body>${html.replaceAll("<br>", "<br/>").replaceAll("&nbsp;", "&#160;")}</body>`,
    "text/xml",
  );
  const text = readHtml(page.documentElement as unknown as HtmlNode, dropped);
  // What a document may hold, and nothing else.
  const container = { type: "section", attrs: { id: "n1", kind: "situation" } };
  Node.fromJSON(documentSchema, {
    ...{ type: "doc", content: [{ ...container, content: text.blocks }] },
  }).check();
  return text;
}

/** Blocks without what says nothing, as short as a test can read them. */
function outline(blocks: readonly ReadingNode[]): unknown[] {
  return blocks.map(({ type, text, content, marks }) =>
    type === "text"
      ? [text, ...(marks ?? []).map((mark) => mark.type)].join(" /")
      : [type, ...outline(content ?? [])],
  );
}

describe("words from Google Docs", () => {
  it("are bold where their style says so, not because all is wrapped in a bold that is none", () => {
    const { blocks } = read(
      `<b id="docs-internal-guid-1" style="font-weight:normal;"><h2 dir="ltr"><span>Latar</span></h2>
       <p><span style="font-weight:400">Pagu </span><span style="font-weight:700">turun</span>
       <span style="font-style:italic;text-decoration:line-through">lama</span></p>
       <ul><li><p>satu</p></li><ul><li><p>dalam</p></li></ul></ul></b>`,
    );
    expect(outline(blocks)).toEqual([
      ["heading", "Latar"],
      ["paragraph", "Pagu ", "turun /bold", " ", "lama /italic /strike"],
      [
        "bulletList",
        ["listItem", ["paragraph", "satu"], ["bulletList", ["listItem", ["paragraph", "dalam"]]]],
      ],
    ]);
  });

  it("keep the boxes of a list of tasks", () => {
    const { blocks } = read(
      `<ul><li role="checkbox" aria-checked="true"><p>Data</p></li>
       <li role="checkbox" aria-checked="false"><p>Rapat</p></li></ul>`,
    );
    expect(blocks[0]?.type).toBe("taskList");
    expect(blocks[0]?.content?.map(({ attrs }) => attrs?.checked)).toEqual([true, false]);
  });
});

describe("words from Word", () => {
  const line = (level: number, marker: string, words: string) =>
    `<p class="MsoListParagraph" style="margin-left:36pt;mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${marker}<span>&nbsp;&nbsp;</span></span>${words}</p>`;

  it("are lists again, one in the other, though Word's clipboard has only paragraphs", () => {
    const { blocks } = read(
      `<p class="MsoNormal">Langkah:</p>${line(1, "1.", "Satu")}${line(2, "a.", "Satu a")}${line(1, "2.", "Dua")}${line(1, "·", "Butir")}`,
    );
    expect(outline(blocks)).toEqual([
      ["paragraph", "Langkah:"],
      [
        "orderedList",
        ["listItem", ["paragraph", "Satu"], ["orderedList", ["listItem", ["paragraph", "Satu a"]]]],
        ["listItem", ["paragraph", "Dua"]],
      ],
      ["bulletList", ["listItem", ["paragraph", "Butir"]]],
    ]);
  });

  it("lose their looks, pictures and addresses, and it is counted", () => {
    const { blocks, dropped } = read(
      `<style>p{color:red}</style><p><font color="red">Baca <a href="https://jahat.example">aturan</a></font>
       <img src="x.png"/><script>alert(1)</script></p>`,
    );
    expect(outline(blocks)).toEqual([["paragraph", "Baca aturan"]]);
    expect(dropped).toEqual({ links: 1, images: 1 });
  });
});

describe("a table", () => {
  it("keeps its head, and what spans several cells", () => {
    const { blocks } = read(
      `<table><thead><tr><th rowspan="2">Bidang</th><th colspan="2">Pagu</th></tr><tr><th>Semula</th><th>Menjadi</th></tr></thead>
       <tbody><tr><td>Jalan</td><td>75</td><td><p>40</p><p>juta</p></td></tr></tbody></table>`,
    );
    const [first, , last] = blocks[0]?.content ?? [];
    expect(first?.content?.map(({ type, attrs }) => [type, attrs])).toEqual([
      ["tableHeader", { colspan: 1, rowspan: 2 }],
      ["tableHeader", { colspan: 2, rowspan: 1 }],
    ]);
    expect(outline(last?.content ?? [])).toEqual([
      ["tableCell", ["paragraph", "Jalan"]],
      ["tableCell", ["paragraph", "75"]],
      ["tableCell", ["paragraph", "40"], ["paragraph", "juta"]],
    ]);
  });

  it("in a table leaves its words in the cell, and ragged rows are filled", () => {
    const { blocks, dropped } = read(
      `<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td></tr><tr><td>d</td><td>e</td></tr></table>`,
    );
    expect(outline(blocks[0]?.content ?? [])).toEqual([
      [
        "tableRow",
        ["tableCell", ["paragraph", "a"], ["paragraph", "b"], ["paragraph", "c"]],
        ["tableCell", ["paragraph"]],
      ],
      ["tableRow", ["tableCell", ["paragraph", "d"]], ["tableCell", ["paragraph", "e"]]],
    ]);
    expect(dropped).toEqual({ nestedTables: 1 });
  });
});

test.each(Array.from({ length: 25 }, (_, at) => at + 1))(
  "document %i comes back from Word with all its words",
  async (seed) => {
    const blocks = documentBlocks(randomDocument(seed), plainNames).filter(
      // Those come back as a table of two columns.
      ({ kind }) => kind !== "facts",
    );
    const empty = { kop: [], title: "", foot: [], signature: [], pageFoot: [] };
    const file = await writeDocx({ ...empty, heading: "JUDUL", blocks }, "a4");
    const { html, dropped } = await readDocx(file);
    const words = (text: string) =>
      text.split(/[\s\u00a0]+/).filter((word) => !/^[☑☐]?$/.test(word));
    const came = documentBlocks({ type: "doc", content: read(html, dropped).blocks }, plainNames);
    expect(words(textOf(came))).toEqual(words(`JUDUL\n${textOf(blocks)}`));
  },
);

describe("a file that is not what it says", () => {
  const trouble = (bytes: Uint8Array) => {
    try {
      textOnly(bytes, 1_000_000);
      return null;
    } catch (error) {
      return (error as Error).name;
    }
  };
  const zip = (parts: Record<string, Uint8Array>) => zipSync(parts);
  const words = "<w:document/>";

  it.each([
    ["a renamed PDF", strToU8("%PDF-1.7 ..."), "isPdf"],
    ["a Word file of before 2007", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), "isOldWord"],
    ["text", strToU8("halo"), "notDocx"],
    ["nothing", new Uint8Array(), "notDocx"],
    ["another ZIP", zip({ "a.txt": strToU8("halo") }), "notDocx"],
    ["a ZIP that was cut", zip({ "word/document.xml": strToU8(words) }).subarray(0, 40), "damaged"],
  ])("%s is told apart", (_, bytes, kind) => {
    expect(trouble(bytes)).toBe(kind);
  });

  it("a bomb is given up before it fills the memory", () => {
    const bomb = zip({ "word/document.xml": new Uint8Array(3_000_000) });
    expect(bomb.byteLength).toBeLessThan(20_000);
    expect(trouble(bomb)).toBe("unpacksTooLarge");
  });

  it("a bomb among what is not read is never unpacked", () => {
    const file = zip({
      "word/media/image1.png": new Uint8Array(3_000_000),
      "word/document.xml": strToU8(words),
    });
    expect(textOnly(file, 1_000_000).dropped).toEqual({ images: 1 });
  });

  it("one with half of its bytes changed is damaged", async () => {
    const file = new Uint8Array(zip({ "word/document.xml": strToU8(words.repeat(2000)) }));
    file.fill(0xff, 60, file.byteLength / 2);
    await expect(readDocx(file.buffer)).rejects.toThrow("damaged");
  });

  it("macros, embedded files and what would be fetched from elsewhere are left out and counted", () => {
    const file = zip({
      "word/document.xml": strToU8(words),
      "word/vbaProject.bin": strToU8("macro"),
      "word/embeddings/sheet.xlsx": strToU8("x"),
      "word/_rels/document.xml.rels": strToU8(
        '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="https://jahat.example/t.dotm" TargetMode="External"/><Relationship Id="r2" Type="http://x/hyperlink" Target="https://jahat.example" TargetMode="External"/></Relationships>',
      ),
    });
    const { docx, dropped } = textOnly(file);
    expect(dropped).toEqual({ macros: 1, embedded: 1, external: 1 });
    const text = new TextDecoder("latin1").decode(docx);
    expect(text).not.toContain("jahat.example");
    expect(text).not.toContain("vbaProject");
  });
});
