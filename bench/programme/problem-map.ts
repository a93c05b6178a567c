import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { sql } from "drizzle-orm";
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
  /** The same where the service worker keeps the app, and the phone the last known map. */
  keptMs: number;
  /** On that visit, until today's map had come over the line. */
  freshMs: number;
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
    id: crypto.randomUUID(),
    at,
    theme: themes[at % themes.length],
    title: `Masalah contoh nomor ${at + 1} tentang pengelolaan APBDes`,
    urgency: 1 + (at % 5),
    impact: 1 + ((at * 3) % 5),
    frequency: 1 + ((at * 7) % 5),
    villageIds: villageIds.filter((_, place) => (at * 7 + place * 5) % 12 < 1 + (at % 4)),
  }));
  const rows = JSON.stringify(made.map((problem) => ({ ...problem, ...sourceOf(problem.at) })));
  // One statement a table: D1 binds 100 values at most.
  await database.run(sql`
    insert into problems (id, district_id, theme, title, note, urgency, impact, frequency,
      made_by_person_id, created_at, revision)
    select value ->> 'id', ${demoDistrictId}, value ->> 'theme', value ->> 'title', '',
      value ->> 'urgency', value ->> 'impact', value ->> 'frequency', 'fasilitator', value ->> 'at', 0
    from json_each(${rows})`);
  await database.run(sql`
    insert into problem_sources (id, problem_id, kind, survey_id, question_id, choice_id,
      document_id, added_by_person_id, added_at)
    select 'sumber-' || (value ->> 'id'), value ->> 'id', value ->> 'kind', value ->> 'surveyId',
      value ->> 'questionId', value ->> 'choiceId', value ->> 'documentId', 'fasilitator',
      value ->> 'at'
    from json_each(${rows})`);
  await database.run(sql`
    insert into problem_villages (source_id, village_id)
    select 'sumber-' || (problem.value ->> 'id'), village.value
    from json_each(${rows}) as problem, json_each(problem.value, '$.villageIds') as village`);
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
  await page.addInitScript(noteWhenRead, themes.length);
  const address = `${server.url}/program/peta`;
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/problem-map"));
  const firstEverMs = await timeUntilRead(page, address);
  const answerBytes = brotliCompressSync(await (await answer).body()).length;
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForLoadState("networkidle");
  await page.goto("about:blank");
  const keptMs = await timeUntilRead(page, address);
  await page.waitForLoadState("networkidle");
  const freshMs = await page.evaluate(() => {
    const asked = performance.getEntriesByType("resource");
    const entry = asked.find(({ name }) => name.endsWith("/api/problem-map"));
    return entry ? entry.startTime + entry.duration : Number.NaN;
  });
  await phone.close();
  return { firstEverMs, keptMs, freshMs, answerBytes };
}

/** By the page's own clock, from the address on: what looks at it from outside slows it down. */
async function timeUntilRead(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  const read = await page.waitForFunction(
    () => document.documentElement.dataset.readAfterMs,
    null,
    {
      polling: 250,
      timeout: 60_000,
    },
  );
  return Number(await read.jsonValue());
}

/** In the page: when so many themes stand there and the browser has drawn them. */
function noteWhenRead(themeCount: number): void {
  const watcher = new MutationObserver(() => {
    if (document.getElementsByClassName("map-theme").length < themeCount) return;
    watcher.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.documentElement.dataset.readAfterMs = `${performance.now()}`;
      }),
    );
  });
  watcher.observe(document, { childList: true, subtree: true });
}
