import { isDeepStrictEqual } from "node:util";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import type { Answer, Answers, Question, QuestionKind } from "../../domain/survey/questions.ts";
import type { QuestionResult } from "../../domain/survey/results.ts";
import type { RunningServer } from "../../scripts/serve.ts";
import { signIn } from "../../scripts/with-browser.ts";
import { weighCode } from "../weigh-code.ts";
import { HallPhone } from "./hall-phone.ts";

export interface SurveyRun {
  /** From the address to the thanks, without the time of a person. */
  openToSentMs: number;
  /** Until the questions stood there. */
  openMs: number;
  /** Compressed bytes of all code that was fetched. */
  codeBytes: number;
  /** Answers that arrived otherwise than they were given. */
  lost: number;
}

const kinds: QuestionKind[] = ["single", "multiple", "scale", "number", "short", "long"];
const choices = ["Pertama", "Kedua", "Ketiga"].map((text) => ({ id: text.toLowerCase(), text }));

const questions: Question[] = Array.from({ length: 20 }, (_, at) => ({
  id: `tanya-${at}`,
  kind: kinds[at % kinds.length] ?? "single",
  theme: at < 10 ? "planning" : "tax",
  text: `Pertanyaan nomor ${at + 1} tentang kebutuhan belajar desa?`,
  hint: "",
  isRequired: true,
  choices,
  scaleFrom: "kurang",
  scaleTo: "sangat",
  unit: "orang",
  least: 0,
  most: null,
  // One of them hangs on the first one, and is asked.
  condition: at === 5 ? { questionId: "tanya-0", anyOf: ["kedua"] } : null,
}));

/** A village answers twenty questions; its connection is lost while it fills them in. */
export async function answerSurvey(browser: Browser, server: RunningServer): Promise<SurveyRun> {
  const facilitator = await browser.newPage();
  await signIn(facilitator, server, "fasilitator");
  const surveyId = await openSurvey(facilitator.request, server.url);
  const phone = await HallPhone.open(browser, server, "peserta-a");
  const { page } = phone;
  const codeBytes = weighCode(page);
  const startedAt = performance.now();
  await page.goto(`${server.url}/program/survei/${surveyId}`);
  await page.locator("#q-tanya-0").waitFor();
  const openMs = performance.now() - startedAt;
  await phone.setConnected(false);
  for (const question of questions) await answer(page, question);
  await page.getByRole("button", { name: "Kirim jawaban" }).tap();
  await page.getByRole("button", { name: "Ya, kirim" }).tap();
  await page.getByText(/^Menunggu sambungan/).waitFor();
  await phone.setConnected(true);
  await page.getByText("Terima kasih, jawaban sudah diterima").waitFor();
  const openToSentMs = performance.now() - startedAt;
  const run = {
    openToSentMs,
    openMs,
    codeBytes: await codeBytes(),
    lost: await countLost(facilitator.request, `${server.url}/api/surveys/${surveyId}/results`),
  };
  await phone.close();
  await facilitator.context().close();
  return run;
}

async function openSurvey(request: APIRequestContext, url: string): Promise<string> {
  const headers = { origin: url };
  const data = { title: "Survei 20 pertanyaan", intro: "", unit: "village", openness: "villages" };
  const made = await request.post(`${url}/api/surveys`, {
    headers,
    data: { ...data, questions },
  });
  const { surveyId } = await made.json();
  const opened = await request.put(`${url}/api/surveys/${surveyId}/opening`, {
    headers,
    data: { villageIds: ["contoh-a"], revision: 0 },
  });
  if (!opened.ok()) throw new Error(`the survey was not opened: ${await opened.text()}`);
  return surveyId;
}

const given: Answers = Object.fromEntries(
  questions.map(({ id, kind }, at) => [id, answerTo(kind, at)]),
);

function answerTo(kind: QuestionKind, at: number): Answer {
  switch (kind) {
    case "single":
      return "kedua";
    case "multiple":
      return ["pertama", "ketiga"];
    case "scale":
      return (at % 5) + 1;
    case "number":
      return 1250 + at;
    case "short":
    case "long":
      return `Jawaban nomor ${at + 1}`;
  }
}

async function answer(page: Page, { id, kind }: Question): Promise<void> {
  const field = page.locator(`#q-${id}`);
  const value = given[id];
  if (Array.isArray(value) || kind === "single") {
    for (const chosen of [value].flat()) {
      const choice = choices.find((each) => each.id === chosen);
      await field.getByText(choice?.text ?? "", { exact: true }).tap();
    }
  } else if (kind === "scale") await field.getByText(`${value}`, { exact: true }).tap();
  else await field.getByRole("textbox").fill(`${value}`);
}

/** One village answered, so that each sum is what it answered. */
async function countLost(request: APIRequestContext, address: string): Promise<number> {
  const answered = await request.get(address);
  const { results }: { results: QuestionResult[] } = await answered.json();
  return questions.filter(({ id }, at) => !isDeepStrictEqual(heard(results[at]), given[id])).length;
}

function heard(result: QuestionResult | undefined): Answer | undefined {
  const kind = questions.find(({ id }) => id === result?.questionId)?.kind;
  const chosen = (result?.counts ?? []).flatMap(({ choiceId, count }) => (count ? [choiceId] : []));
  if (kind === "single") return chosen[0];
  if (kind === "multiple") return chosen;
  return result?.texts?.[0] ?? result?.mean ?? undefined;
}
