import type { Answers, Question } from "../../domain/survey/questions.ts";
import type {
  surveyAnswers,
  surveyParticipations,
  surveys,
  surveyVillages,
} from "../../worker/db/survey-schema.ts";
import { demoDistrictId, demoVillages } from "./villages.ts";

const dayMs = 24 * 3_600_000;
export const demoSurveyId = "survei-kebutuhan";

const blank = {
  theme: null,
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

const questions: Question[] = [
  {
    ...blank,
    id: "rkpdes",
    kind: "single",
    theme: "planning",
    text: "Apakah RKPDes 2027 sudah ditetapkan?",
    isRequired: true,
    choices: [
      { id: "sudah", text: "Sudah" },
      { id: "proses", text: "Masih dibahas" },
      { id: "belum", text: "Belum mulai" },
    ],
  },
  {
    ...blank,
    id: "kendala",
    kind: "long",
    theme: "planning",
    text: "Apa yang membuatnya belum selesai?",
    condition: { questionId: "rkpdes", anyOf: ["proses", "belum"] },
  },
  {
    ...blank,
    id: "belajar",
    kind: "multiple",
    text: "Apa yang paling ingin dipelajari?",
    isRequired: true,
    choices: [
      { id: "silpa", text: "SiLPA" },
      { id: "pajak", text: "Pajak" },
      { id: "spj", text: "Penatausahaan dan SPJ" },
      { id: "aset", text: "Aset desa" },
    ],
  },
  {
    ...blank,
    id: "yakin",
    kind: "scale",
    theme: "tax",
    text: "Seberapa yakin desa menghitung pajak belanja?",
    isRequired: true,
    scaleFrom: "belum yakin",
    scaleTo: "sangat yakin",
  },
  {
    ...blank,
    id: "orang",
    kind: "number",
    text: "Berapa orang yang mengerjakan keuangan desa?",
    unit: "orang",
    least: 0,
    most: 50,
  },
];

const answers: Answers[] = [
  { rkpdes: "sudah", belajar: ["silpa", "pajak"], yakin: 4, orang: 3 },
  { rkpdes: "proses", kendala: "Menunggu pagu.", belajar: ["pajak", "spj"], yakin: 2, orang: 2 },
  { rkpdes: "sudah", belajar: ["pajak"], yakin: 3, orang: 2 },
];

/** A survey that the demo's villages have answered and that was closed; times in ms since 1970. */
export function demoSurvey(now: number): typeof surveys.$inferInsert {
  return {
    id: demoSurveyId,
    seriesId: demoSurveyId,
    districtId: demoDistrictId,
    version: 1,
    title: "Survei Kebutuhan 2027 (contoh)",
    intro: "Jawaban contoh dari desa-desa contoh.",
    unit: "village",
    openness: "villages",
    questions,
    status: "closed",
    revision: 1,
    createdByPersonId: "fasilitator",
    createdAt: now - 20 * dayMs,
    openedAt: now - 19 * dayMs,
    closedAt: now - 5 * dayMs,
  };
}

export const demoSurveyVillages: (typeof surveyVillages.$inferInsert)[] = demoVillages.map(
  ({ id }) => ({ surveyId: demoSurveyId, villageId: id }),
);

export function demoParticipations(now: number): (typeof surveyParticipations.$inferInsert)[] {
  return answers.map((_, at) => ({
    surveyId: demoSurveyId,
    respondentId: demoVillages[at]?.id ?? "",
    villageId: demoVillages[at]?.id ?? "",
    personId: ["wakil-a", "wakil-b", "wakil-c"][at] ?? "",
    key: `contoh-${at}`,
    sentAt: now - (15 - at) * dayMs,
    isLate: false,
  }));
}

export const demoAnswers: (typeof surveyAnswers.$inferInsert)[] = answers.map((given, at) => ({
  id: at + 1,
  surveyId: demoSurveyId,
  villageId: demoVillages[at]?.id ?? null,
  isLate: false,
  answers: given,
}));
