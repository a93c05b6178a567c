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

/** The cookie with which somebody writes who is signed in on this page. */
export async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
