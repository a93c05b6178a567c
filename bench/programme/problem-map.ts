import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { themes } from "../../domain/statuses.ts";
import { demoCaseId } from "../../scripts/demo/forum.ts";
import { demoSurveyId } from "../../scripts/demo/survey.ts";
import { demoDistrictId, demoVillages } from "../../scripts/demo/villages.ts";
import type { RunningServer } from "../../scripts/serve.ts";
import type { Database } from "../../worker/db/open.ts";
import {
  priorityBallots,
  priorityVotes,
  priorityVoteVillages,
  problemSources,
  problems,
  problemVillages,
} from "../../worker/db/problems-schema.ts";
import { villages } from "../../worker/db/schema.ts";
import { HallPhone } from "./hall-phone.ts";

export interface MapRun {
  /** From the address until all themes stand there, with nothing kept on the phone. */
  firstEverMs: number;
  /** The same where the service worker keeps the app; the map's answer comes over the line. */
  keptMs: number;
  /** Until everything that the map shows had come, on the same visit, by the browser's own clock. */
  keptAnswerMs: number;
  /** The map's answer, compressed. */
  answerBytes: number;
}

const problemCount = 500;
const villageCount = 12;

/** 12 villages × 13 themes × 500 problems, of surveys, a case and told directly; none is real. */
export async function fillMap(database: Database): Promise<void> {
  const more = Array.from({ length: villageCount - demoVillages.length }, (_, at) => ({
    id: `contoh-lagi-${at}`,
    districtId: demoDistrictId,
    name: `Desa Contoh ${String.fromCharCode("E".charCodeAt(0) + at)}`,
    colour: demoVillages.length + at,
    isDemo: true,
  }));
  const villageIds = [...demoVillages, ...more].map(({ id }) => id);
  await database.insert(villages).values(more);
  await database.delete(priorityBallots);
  await database.delete(priorityVoteVillages);
  await database.delete(priorityVotes);
  await database.delete(problemVillages);
  await database.delete(problemSources);
  await database.delete(problems);
  const made = Array.from({ length: problemCount }, (_, at) => ({
    id: crypto.randomUUID() as string,
    at,
    villageIds: villageIds.filter((_, place) => (at * 7 + place * 5) % 12 < 1 + (at % 4)),
  }));
  const statements = made.flatMap(({ id, at, villageIds: named }) => [
    database.insert(problems).values({
      ...{ id, districtId: demoDistrictId, theme: themes[at % themes.length] ?? "tax" },
      ...{ title: `Masalah contoh nomor ${at + 1} tentang pengelolaan APBDes`, note: "" },
      ...{ urgency: 1 + (at % 5), impact: 1 + ((at * 3) % 5), frequency: 1 + ((at * 7) % 5) },
      ...{ madeByPersonId: "fasilitator", createdAt: at, revision: 0 },
    }),
    database.insert(problemSources).values({
      ...{ id: `sumber-${id}`, problemId: id, addedByPersonId: "fasilitator", addedAt: at },
      ...sourceOf(at),
    }),
    database
      .insert(problemVillages)
      .values(named.map((villageId) => ({ sourceId: `sumber-${id}`, villageId }))),
  ]);
  for (let from = 0; from < statements.length; from += 150) {
    const [first, ...rest] = statements.slice(from, from + 150);
    if (first) await database.batch([first, ...rest]);
  }
}

function sourceOf(at: number) {
  if (at % 10 === 0) return { kind: "case", documentId: demoCaseId } as const;
  if (at % 2 === 0) {
    return {
      kind: "survey",
      surveyId: demoSurveyId,
      questionId: "belajar",
      choiceId: "pajak",
    } as const;
  }
  return { kind: "direct" } as const;
}

/** A village's phone opens the map: the first time ever, and again when the app is kept on it. */
export async function openMap(browser: Browser, server: RunningServer): Promise<MapRun> {
  const phone = await HallPhone.open(browser, server, "peserta-a");
  const { page } = phone;
  const address = `${server.url}/program/peta`;
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/problem-map"));
  const firstEverMs = await timeUntilRead(page, address);
  const answerBytes = brotliCompressSync(await (await answer).body()).length;
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // What it keeps must be there whole: the page says nothing of it, its requests do.
  await page.waitForLoadState("networkidle");
  await page.goto("about:blank");
  const keptMs = await timeUntilRead(page, address);
  const keptAnswerMs = await page.evaluate(() => {
    const [entry] = performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith("/api/problem-map"));
    return entry && "responseEnd" in entry ? Number(entry.responseEnd) : Number.NaN;
  });
  await phone.close();
  return { firstEverMs, keptMs, keptAnswerMs, answerBytes };
}

async function timeUntilRead(page: Page, address: string): Promise<number> {
  const startedAt = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page
    .locator(".map-theme")
    .nth(themes.length - 1)
    .waitFor();
  return performance.now() - startedAt;
}
