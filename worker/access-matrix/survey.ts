import type { surveys } from "../db/survey-schema.ts";
import type { RouteName } from "../route-access.ts";
import { addSurvey, forgetSurveys, someQuestions } from "../testing/surveys.ts";
import type { Expected } from "./askers.ts";
import { own } from "./situations.ts";

const surveyIs =
  (given: Partial<typeof surveys.$inferInsert>, villageIds?: string[]) => async () => {
    await forgetSurveys();
    await addSurvey("survey", given, villageIds);
  };

const words = {
  title: "Survei",
  intro: "",
  unit: "village",
  openness: "hosts",
  questions: someQuestions,
};
const key = "6a1b6a1e-6a43-4d3e-9d0c-3f1f6f3a1c55";
const path = "/api/surveys/survey";
const isOpen = surveyIs({});
const isDraft = surveyIs({ status: "draft" });
const isClosed = surveyIs({ status: "closed" });

/** What facilitators do to an open survey, which its villages and the camat see. */
function made(under: string, answer: number, json?: unknown): Expected {
  const asked = json === undefined ? {} : { json };
  return { path: `${path}${under}`, before: isOpen, who: "F", answer, seen: "P W C", ...asked };
}

export const surveyRows = {
  "GET /api/surveys": own("/api/surveys", 200),
  "POST /api/surveys": [{ path: "/api/surveys", json: words, who: "F E", answer: 201 }],
  "GET /api/surveys/waiting": own("/api/surveys/waiting", 200),
  "GET /api/surveys/:surveyId": [
    { when: "a draft", path, before: isDraft, who: "F" },
    { when: "open", path, before: isOpen, who: "P W F C" },
    { when: "open to a third", path, before: surveyIs({}, ["village-c"]), who: "V F C" },
    { when: "closed", path, before: isClosed, who: "P W F C" },
  ],
  "PUT /api/surveys/:surveyId": [
    { when: "a draft", path, json: { ...words, revision: 0 }, before: isDraft, who: "F" },
    { when: "open", ...made("", 409, { ...words, revision: 0 }) },
  ],
  "DELETE /api/surveys/:surveyId": [
    {
      when: "a draft",
      path: `${path}?revision=0`,
      before: surveyIs({ status: "draft" }, []),
      who: "F",
      answer: 204,
    },
    { when: "open", ...made("", 409) },
  ],
  "POST /api/surveys/:surveyId/versions": [made("/versions", 201)],
  "PUT /api/surveys/:surveyId/opening": [
    {
      path: `${path}/opening`,
      json: { villageIds: ["village-a"], revision: 0 },
      before: isDraft,
      who: "F",
      answer: 204,
    },
  ],
  "PUT /api/surveys/:surveyId/villages": [made("/villages", 204, { villageIds: ["village-a"] })],
  "PUT /api/surveys/:surveyId/closure": [made("/closure", 204)],
  "POST /api/surveys/:surveyId/answers": [
    {
      path: `${path}/answers`,
      json: { personId: "participant-b", key, answers: { siap: "ya" } },
      before: isOpen,
      who: "P",
      answer: 201,
      // Filled in by another than who has signed in.
      also: { W: 409 },
      seen: "F C",
    },
  ],
  "GET /api/surveys/:surveyId/results": [
    { when: "open", path: `${path}/results`, before: isOpen, who: "F C", seen: "P W" },
    { when: "closed", path: `${path}/results`, before: isClosed, who: "P W F C" },
  ],
  "POST /api/surveys/:surveyId/results.csv": [
    { when: "open", path: `${path}/results.csv`, before: isOpen, who: "F C", seen: "P W" },
    { when: "closed", path: `${path}/results.csv`, before: isClosed, who: "P W F C" },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
