// How soon minutes of 40 pages are a Word file: in Chromium, with the worker that the page uses, on
// this machine's processor and on one four times slower, as phones have.
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
  const runs: Record<"plain" | "slow", Made[]> = { plain: [], slow: [] };
  await withBrowser(async (browser, server) => {
    const page = await browser.newPage();
    await page.goto(server.url);
    const session = await page.context().newCDPSession(page);
    for (const [kind, rate] of [
      ["plain", 1],
      ["slow", 4],
    ] as const) {
      await session.send("Emulation.setCPUThrottlingRate", { rate });
      for (let run = 0; run < (isQuick ? 1 : 3); run++) {
        runs[kind].push(await makeInPage(page, paper));
        say(JSON.stringify({ kind, ...runs[kind].at(-1) }));
      }
    }
  });
  const seconds = (made: Made[]) => median(made.map(({ ms }) => ms)) / 1000;
  finish(
    "export",
    [
      atMost("DOCX of 40 pages, s", seconds(runs.plain), 5),
      atMost("the same, processor four times slower, s", seconds(runs.slow), 5),
    ],
    {
      ...{ machine: machine(), isQuick, runs },
      ...{ blocksMs: rounded(blocksMs), markdownMs: rounded(markdownMs) },
    },
  );
});

/** From the question to the file, the worker's start and its code included. */
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
