import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { ReadingNode } from "../domain/document/reading-node.ts";
import { demoMinutesId } from "../scripts/demo/forum.ts";
import { expect, type Hall, test } from "./hall.ts";
import { inviteTwelve, writeLongMinutes } from "./long-minutes.ts";
import { countWords, type PdfPage, readPdf } from "./read-pdf.ts";

const laptop = { viewport: { width: 1366, height: 768 } };

async function openPaper(hall: Hall, page: Page, address: string): Promise<void> {
  await page.goto(hall.url + address);
  await expect(page.locator(".paper .kop")).toBeVisible();
}

async function printed(page: Page, name: string): Promise<PdfPage[]> {
  const file = await page.pdf({ preferCSSPageSize: true });
  writeFileSync(`test-results/${name}.pdf`, file);
  return readPdf(file);
}

const textOf = (pages: readonly PdfPage[]) => pages.map(({ text }) => text).join("\n");

function wordsIn({ type, text = "", content = [] }: ReadingNode): string {
  return type === "text" ? text : content.map(wordsIn).join(type === "doc" ? "\n" : " ");
}

/** Every piece of text lies within its page, as far as a printer reaches. */
function expectNothingCut(pages: readonly PdfPage[]): void {
  const outside = pages.flatMap(({ widthMm, heightMm, pieces }, at) =>
    pieces
      .filter(
        ({ left, right, bottom }) =>
          left < 10 || right > widthMm - 10 || bottom < 10 || bottom > heightMm - 3,
      )
      .map(({ text }) => `page ${at + 1}: ${text}`),
  );
  expect(outside).toEqual([]);
}

test("minutes of forty pages with twelve lanes and wide tables are printed without a word cut", async ({
  hall,
}) => {
  test.setTimeout(240_000);
  await hall.crash();
  await hall.inDatabase(inviteTwelve);
  await hall.startAgain();
  const fani = await hall.enter("fasilitator", laptop);
  const cookies = await fani.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await writeLongMinutes({ url: hall.url, cookie }, 1);

  await openPaper(hall, fani, `/dokumen/${demoMinutesId}/cetak`);
  await expect(fani.locator(".paper")).toContainText("SelesaiDitulis");
  const answer = await fani.request.get(`${hall.url}/api/documents/${demoMinutesId}/reading`);
  const written = countWords(wordsIn((await answer.json()) as ReadingNode));
  for (const [size, widthMm, heightMm] of [
    ["f4", 215, 330],
    ["a4", 210, 297],
  ] as const) {
    await fani.getByLabel("Kertas").selectOption(size);
    const pages = await printed(fani, `notula-${size}`);
    expect(pages.length).toBeGreaterThanOrEqual(40);
    for (const page of pages) {
      // A wide table turns its sheet.
      const isTurned = page.widthMm > page.heightMm;
      expect(Math.abs(page.widthMm - (isTurned ? heightMm : widthMm))).toBeLessThan(0.5);
      expect(Math.abs(page.heightMm - (isTurned ? widthMm : heightMm))).toBeLessThan(0.5);
    }
    expectNothingCut(pages);
    const onPaper = countWords(textOf(pages));
    const missing = [...written].filter(
      ([word, count]) => !/^kesimpulan:?$/i.test(word) && (onPaper.get(word) ?? 0) < count,
    );
    expect(missing).toEqual([]);
    for (const [at, { text }] of pages.entries()) {
      expect(text).toContain(`halaman ${at + 1} dari ${pages.length}`);
      expect(text).toContain("Belum disahkan");
    }
  }
});
