import { writeFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { textOf } from "../domain/export/column-widths.ts";
import { documentBlocks } from "../domain/export/document-blocks.ts";
import { longMinutes, longMinutesNames } from "../domain/export/testing/long-minutes.ts";
import { writeDocx } from "../web/export/docx/write-docx.ts";
import { openInLibreOffice } from "./open-in-libreoffice.ts";

const pageFoot = "Sidik isi contoh";

test("minutes of 40 pages with twelve lanes and wide tables lose no letter and no cell in LibreOffice", async () => {
  const blocks = documentBlocks(longMinutes(), longMinutesNames);
  const paper = { kop: ["KECAMATAN CONTOH"], heading: "NOTULA", title: "Panjang", blocks };
  const file = await writeDocx({ ...paper, foot: [], signature: [], pageFoot: [pageFoot] }, "f4");
  const path = test.info().outputPath("notula.docx");
  writeFileSync(path, Buffer.from(file));
  const { pages, tables } = openInLibreOffice(path);
  expect(pages.length).toBeGreaterThanOrEqual(40);

  const foot = `${pageFoot} halaman dari `;
  const written = `${paper.kop} ${paper.heading} ${paper.title} ${textOf(blocks)}`;
  const printed = lettersIn(pages.join(""));
  const lost = Object.entries(lettersIn(written + foot.repeat(pages.length))).filter(
    ([letter, count]) => (printed[letter] ?? 0) < count,
  );
  // A table's head stands on every page that the table reaches: there are more letters, never fewer.
  expect(lost).toEqual([]);
  const heads = pages.join("").match(/Kolom/g)?.length ?? 0;
  expect(heads).toBeGreaterThan(textOf(blocks).match(/Kolom/g)?.length ?? 0);
  pages.forEach((page, at) => {
    expect(page).toContain(`halaman ${at + 1} dari ${pages.length}`);
  });

  const cells = tables.flat(2);
  const expected = blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.flat().map((cell) => textOf(cell.blocks)) : [],
  );
  expect(expected.length).toBeGreaterThan(2000);
  for (const words of new Set(expected)) expect(cells).toContain(words);
});

/** How often each letter stands there: a word that was cut or left out lacks some. */
function lettersIn(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [letter] of text.matchAll(/\p{L}/gu)) counts[letter] = (counts[letter] ?? 0) + 1;
  return counts;
}
