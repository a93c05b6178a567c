import { env } from "cloudflare:workers";
import type { Question } from "../../domain/survey/questions.ts";
import { openDatabase } from "../db/open.ts";
import { people, villages } from "../db/schema.ts";
import {
  surveyAnswers,
  surveyParticipations,
  surveys,
  surveyVillages,
} from "../db/survey-schema.ts";

const blank: Question = {
  id: "",
  kind: "short",
  theme: null,
  text: "",
  hint: "",
  isRequired: false,
  choices: [],
  scaleFrom: "",
  scaleTo: "",
  unit: "",
  least: null,
  most: null,
  condition: null,
};

/** One question to choose from, which is required, one to write in and one for a number. */
export const someQuestions: Question[] = [
  {
    ...blank,
    id: "siap",
    kind: "single",
    theme: "planning",
    text: "Apakah RKPDes siap?",
    isRequired: true,
    choices: [
      { id: "ya", text: "Sudah" },
      { id: "tidak", text: "Belum" },
    ],
  },
  {
    ...blank,
    id: "kendala",
    kind: "long",
    text: "Apa kendalanya?",
    condition: { questionId: "siap", anyOf: ["tidak"] },
  },
  { ...blank, id: "orang", kind: "number", text: "Berapa orang?", least: 0 },
];

/** Of the test world's first district; asks Desa Contoh A and B where nothing else is said. */
export async function addSurvey(
  id: string,
  given: Partial<typeof surveys.$inferInsert> = {},
  villageIds: readonly string[] = ["village-a", "village-b"],
): Promise<void> {
  const db = openDatabase(env);
  await db.insert(surveys).values({
    id,
    districtId: "99.01.01",
    seriesId: id,
    version: 1,
    title: `Survei ${id}`,
    intro: "",
    unit: "village",
    openness: "villages",
    questions: someQuestions,
    status: "open",
    revision: 0,
    createdByPersonId: "facilitator",
    createdAt: 0,
    ...given,
  });
  for (const villageId of villageIds) {
    await db.insert(surveyVillages).values({ surveyId: id, villageId });
  }
}

/** Villages enough for sums that hide whose an answer is, each with one person. */
export async function addVillages(letters: readonly string[]): Promise<void> {
  const db = openDatabase(env);
  for (const letter of letters) {
    const id = `village-${letter}`;
    const districtId = "99.01.01";
    const name = `Desa Contoh ${letter.toUpperCase()}`;
    await db.insert(villages).values({ id, districtId, name, colour: 0 }).onConflictDoNothing();
    const person = { id: `villager-${letter}`, districtId, name: `Warga ${letter}`, createdAt: 0 };
    await db
      .insert(people)
      .values({ ...person, position: "Kaur", villageId: id })
      .onConflictDoNothing();
  }
}

export async function forgetSurveys(): Promise<void> {
  const db = openDatabase(env);
  await db.batch([
    db.delete(surveyAnswers),
    db.delete(surveyParticipations),
    db.delete(surveyVillages),
    db.delete(surveys),
  ]);
}
