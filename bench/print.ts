// A NOTULA of more than forty pages, with twelve lanes and wide tables, from the room's document to
// the PDF: as it is written by twelve villages, opened as a paper and printed on F4.
import type { Browser } from "@playwright/test";
import type { ReadingNode } from "../domain/document/reading-node.ts";
import { inviteTwelve, writeLongMinutes } from "../e2e/long-minutes.ts";
import { missingWords, piecesOutside, readPdf } from "../e2e/read-pdf.ts";
import { demoMinutesId } from "../scripts/demo/forum.ts";
import type { RunningServer } from "../scripts/serve.ts";
import { signIn, withBrowser } from "../scripts/with-browser.ts";
import { benchCommand, machine } from "./bench-command.ts";
import { median } from "./percentile.ts";
import { atLeast, atMost, finish, say } from "./report.ts";

interface Print {
  pages: number;
  /** From the address until the paper stands there. */
  openMs: number;
  /** From there to the file. */
  pdfMs: number;
  missing: string[];
  outside: string[];
}

await benchCommand(async (isQuick) => {
  const prints: Print[] = [];
  for (let run = 0; run < (isQuick ? 1 : 3); run++) {
    prints.push(await withBrowser(printMinutes, inviteTwelve));
    say(JSON.stringify(prints.at(-1)));
  }
  const middle = (of: (print: Print) => number) => median(prints.map(of));
  const all = (of: (print: Print) => number) => prints.reduce((sum, each) => sum + of(each), 0);
  finish(
    "print",
    [
      atLeast(
        "pages",
        middle(({ pages }) => pages),
        40,
      ),
      atMost("opened and made a PDF, s", middle(({ openMs, pdfMs }) => openMs + pdfMs) / 1000, 10),
      atMost(
        "words cut or missing",
        all(({ missing }) => missing.length),
        0,
      ),
      atMost(
        "pieces of text outside of their page",
        all(({ outside }) => outside.length),
        0,
      ),
    ],
    { machine: machine(), isQuick, prints },
  );
});

async function printMinutes(browser: Browser, server: RunningServer): Promise<Print> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "id-ID" });
  await signIn(page, server, "fasilitator");
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await writeLongMinutes({ url: server.url, cookie }, 1);
  const answer = await page.request.get(`${server.url}/api/documents/${demoMinutesId}/reading`);
  const reading = (await answer.json()) as ReadingNode;

  const startedAt = performance.now();
  await page.goto(`${server.url}/dokumen/${demoMinutesId}/cetak`);
  await page.locator(".paper .signature-block").waitFor();
  const openMs = performance.now() - startedAt;
  const file = await page.pdf({ preferCSSPageSize: true });
  const pdfMs = performance.now() - startedAt - openMs;
  const pages = await readPdf(file);
  return {
    ...{ pages: pages.length, openMs, pdfMs },
    missing: missingWords(reading, pages),
    outside: piecesOutside(pages),
  };
}
