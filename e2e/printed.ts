import type { Page, TestInfo } from "@playwright/test";
import { expect, type Hall } from "./hall.ts";
import { type PdfPage, readPdf } from "./read-pdf.ts";

/** Opens a paper and waits until it stands there. */
export async function openPaper(hall: Hall, page: Page, address: string): Promise<void> {
  await page.goto(hall.url + address);
  await expect(page.locator(".paper .kop")).toBeVisible();
}

/** The paper as a PDF; its pages, and the file beside the test's results. */
export async function printed(page: Page, info: TestInfo, name: string): Promise<PdfPage[]> {
  const path = info.outputPath(`${name}.pdf`);
  return readPdf(await page.pdf({ preferCSSPageSize: true, path }));
}

export function textOf(pages: readonly PdfPage[]): string {
  return pages.map(({ text }) => text).join("\n");
}

/** Every piece of text lies within its page, as far as a printer reaches. */
export function expectNothingCut(pages: readonly PdfPage[]): void {
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

/** The cookie with which somebody writes who is signed in on this page. */
export async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
