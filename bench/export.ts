// How soon minutes of 40 pages are a Word file: in Chromium, with the worker that the page uses, its
// start and its code included.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { documentBlocks } from "../domain/export/document-blocks.ts";
import { paperMarkdown } from "../domain/export/markdown.ts";
import type { Paper } from "../domain/export/paper.ts";
import { longMinutes, longMinutesNames } from "../domain/export/testing/long-minutes.ts";
import { projectRoot } from "../scripts/paths.ts";
import { withBrowser } from "../scripts/with-browser.ts";
import { benchCommand, machine } from "./bench-command.ts";
import { median } from "./percentile.ts";
import { atMost, finish, rounded, say } from "./report.ts";

interface Made {
  ms: number;
  bytes: number;
}

await benchCommand(async (isQuick) => {
  const before = performance.now();
  const blocks = documentBlocks(longMinutes(), longMinutesNames);
  const paper: Paper = {
    ...{ kop: ["KECAMATAN CONTOH"], heading: "NOTULA", title: "Panjang", blocks },
    ...{ foot: [], signature: ["Camat"], pageFoot: ["Sidik isi"] },
  };
  const blocksMs = performance.now() - before;
  const markdownBefore = performance.now();
  paperMarkdown(paper);
  const markdownMs = performance.now() - markdownBefore;
  const runs: Made[] = [];
  await withBrowser(async (browser, server) => {
    const page = await browser.newPage();
    await page.goto(server.url);
    for (let run = 0; run < (isQuick ? 1 : 3); run++) {
      runs.push(await makeInPage(page, paper));
      say(JSON.stringify(runs.at(-1)));
    }
  });
  finish("export", [atMost("DOCX of 40 pages, s", median(runs.map(({ ms }) => ms)) / 1000, 5)], {
    ...{ machine: machine(), isQuick, runs },
    ...{ blocksMs: rounded(blocksMs), markdownMs: rounded(markdownMs) },
  });
});

async function makeInPage(page: Page, paper: Paper): Promise<Made> {
  const assets = join(projectRoot, "dist", "client", "assets");
  const worker = readdirSync(assets).find((name) => /^docx-worker-.*\.js$/.test(name));
  if (worker === undefined) throw new Error("the build has no docx-worker");
  return page.evaluate(
    ({ address, question }) =>
      new Promise<Made>((resolve, reject) => {
        const startedAt = performance.now();
        const started = new Worker(address, { type: "module" });
        started.onerror = (event) => reject(new Error(event.message));
        started.onmessage = ({ data }) => {
          started.terminate();
          if (!("answer" in data)) return reject(new Error(data.failed));
          resolve({ ms: performance.now() - startedAt, bytes: data.answer.byteLength });
        };
        started.postMessage(question);
      }),
    { address: `/assets/${worker}`, question: { paper, size: "f4" } },
  );
}
