import type {
  priorityVotes,
  priorityVoteVillages,
  problemSources,
  problems,
  problemVillages,
} from "../../worker/db/problems-schema.ts";
import { demoCaseId } from "./forum.ts";
import { demoSurveyId } from "./survey.ts";
import { demoDistrictId, demoVillages } from "./villages.ts";

const dayMs = 24 * 3_600_000;
const voteId = "prioritas-contoh";
const [a = "", b = "", c = ""] = demoVillages.map(({ id }) => id);

type Problem = typeof problems.$inferInsert;
type Source = typeof problemSources.$inferInsert;

interface Demo
  extends Pick<Problem, "id" | "theme" | "title" | "urgency" | "impact" | "frequency"> {
  note?: string;
  source: Pick<Source, "kind" | "surveyId" | "questionId" | "choiceId" | "documentId">;
  villageIds: readonly string[];
}

const direct = { kind: "direct" } as const;
const survey = (questionId: string, choiceId: string) =>
  ({ kind: "survey", surveyId: demoSurveyId, questionId, choiceId }) as const;

/** Of the example villages alone; where it comes from a survey, those that answered so there. */
const demos: readonly Demo[] = [
  {
    ...{ id: "masalah-pajak", theme: "tax", urgency: 4, impact: 4, frequency: 5 },
    title: "Pajak belanja sering salah hitung (contoh)",
    note: "Terutama PPh 22 dan PPN atas belanja bahan.",
    source: survey("belajar", "pajak"),
    villageIds: [a, b, c],
  },
  {
    ...{ id: "masalah-rkpdes", theme: "planning", urgency: 5, impact: 5, frequency: 3 },
    title: "RKPDes belum ditetapkan karena pagu belum pasti (contoh)",
    source: survey("rkpdes", "proses"),
    villageIds: [b],
  },
  {
    ...{ id: "masalah-pagu", theme: "planning", urgency: 5, impact: 5, frequency: 2 },
    title: "Memilih belanja yang dikurangi saat pagu turun (contoh)",
    source: { kind: "case", documentId: demoCaseId },
    villageIds: [a],
  },
  {
    ...{ id: "masalah-bukti", theme: "administration", urgency: 3, impact: 3, frequency: 4 },
    title: "Bukti belanja terlambat diserahkan pelaksana kegiatan (contoh)",
    source: direct,
    villageIds: [b, c],
  },
  {
    ...{ id: "masalah-silpa", theme: "silpa", urgency: 2, impact: 2, frequency: 2 },
    title: "Menghitung SiLPA sebelum tutup buku (contoh)",
    source: survey("belajar", "silpa"),
    villageIds: [a],
  },
  {
    ...{ id: "masalah-aset", theme: "assets", urgency: 2, impact: 3, frequency: 1 },
    title: "Aset lama belum masuk buku inventaris (contoh)",
    source: direct,
    villageIds: [c],
  },
];

/** Times in ms since 1970. */
export function demoProblems(now: number): Problem[] {
  return demos.map(({ source: _, villageIds: __, note = "", ...problem }, at) => ({
    ...{ ...problem, note, districtId: demoDistrictId, revision: 0 },
    ...{ madeByPersonId: "fasilitator", createdAt: now - (4 - at / 10) * dayMs },
  }));
}

export function demoProblemSources(now: number): Source[] {
  return demos.map(({ id, source }) => ({
    ...{ ...source, id: `${source.kind}-${id}`, problemId: id },
    ...{ addedByPersonId: "fasilitator", addedAt: now - 4 * dayMs },
  }));
}

export const demoProblemVillages: (typeof problemVillages.$inferInsert)[] = demos.flatMap(
  ({ id, source, villageIds }) =>
    villageIds.map((villageId) => ({ sourceId: `${source.kind}-${id}`, villageId })),
);

/** Open for a week, and nobody has voted yet. */
export function demoVote(now: number): typeof priorityVotes.$inferInsert {
  return {
    ...{ id: voteId, districtId: demoDistrictId, choices: 2, isOpenVote: true },
    title: "Masalah mana yang didahulukan? (contoh)",
    problemIds: demos.slice(0, 5).map(({ id }) => id),
    openedByPersonId: "fasilitator",
    openedAt: now - dayMs,
    endsAt: now + 7 * dayMs,
  };
}

export const demoVoteVillages: (typeof priorityVoteVillages.$inferInsert)[] = demoVillages.map(
  ({ id }) => ({ voteId, villageId: id }),
);
