import { practiceAdoptions, practices } from "../db/practices-schema.ts";
import { regulations } from "../db/regulations-schema.ts";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { db, here, own } from "./situations.ts";

const regulationWords = {
  kind: "Perbup",
  number: "7",
  year: 2020,
  about: "Contoh",
  inForceSince: null,
  withdrawnOn: null,
  replacedById: null,
  isConfirmed: true,
};

const regulationIs = (districtId: string) => async () => {
  await db.delete(regulations);
  await db.insert(regulations).values({
    ...{ ...regulationWords, id: "regulation", districtId },
    ...{ regulationKey: "perbup|7|2020", createdAt: 0, changedAt: 1 },
  });
};

const practiceWords = {
  theme: "planning",
  title: "Musrenbang lewat dusun",
  situation: "Usulan warga datang terlambat.",
  deed: "Musyawarah dusun dimajukan.",
  cost: "",
  result: "Usulan lengkap.",
  contactOffice: "Kantor Desa Contoh A",
} as const;

/** Of village A, taken over by village B. */
const practiceIsShared = async () => {
  await db.delete(practiceAdoptions);
  await db.delete(practices);
  await db.insert(practices).values({
    ...{ ...practiceWords, id: "practice", districtId: here, villageId: "village-a" },
    ...{ sharedByPersonId: "participant-a", createdAt: 0, changedAt: 1 },
  });
  await db.insert(practiceAdoptions).values({
    ...{ practiceId: "practice", villageId: "village-b", changes: "Dua dusun dahulu." },
    ...{ personId: "participant-b", at: 0 },
  });
};

/** Everybody of the district who is somebody in the programme: from a village, or with a role. */
const sharers = "P W F C R V";

export const practiceRows = {
  "GET /api/regulations": own("/api/regulations", 200),
  "POST /api/regulations": [
    {
      path: "/api/regulations",
      json: { ...regulationWords, id: "0b0f5b7e-1111-4222-8333-444455556666" },
      before: () => db.delete(regulations),
      who: "F E",
      answer: 204,
      seen: "P W N O C R I J V D",
    },
  ],
  "GET /api/regulations/:regulationId": [
    {
      path: "/api/regulations/regulation",
      before: regulationIs(here),
      who: "P W N O F C R I J V",
    },
    {
      when: "elsewhere",
      path: "/api/regulations/regulation",
      before: regulationIs("99.01.02"),
      who: "D E",
    },
  ],
  "PUT /api/regulations/:regulationId": [
    {
      path: "/api/regulations/regulation",
      json: { ...regulationWords, basedOn: 1 },
      before: regulationIs(here),
      who: "F",
      answer: 204,
      seen: "P W N O C R I J V",
    },
  ],
  "GET /api/practices": [{ path: "/api/practices", who: `${sharers} D E` }],
  "POST /api/practices": [
    {
      path: "/api/practices",
      json: { ...practiceWords, id: "0b0f5b7e-1111-4222-8333-444455557777" },
      before: async () => {
        await db.delete(practiceAdoptions);
        await db.delete(practices);
      },
      who: "P W V D",
      answer: 204,
      seen: "F C R E",
    },
  ],
  "GET /api/practices/:practiceId": [
    { path: "/api/practices/practice", before: practiceIsShared, who: sharers },
  ],
  "PUT /api/practices/:practiceId": [
    {
      path: "/api/practices/practice",
      json: { ...practiceWords, basedOn: 1 },
      before: practiceIsShared,
      who: "W",
      answer: 204,
      seen: "P F C R V",
    },
  ],
  "DELETE /api/practices/:practiceId": [
    {
      path: "/api/practices/practice",
      before: practiceIsShared,
      who: "W F",
      answer: 204,
      seen: "P C R V",
    },
  ],
  "PUT /api/practices/:practiceId/adoption": [
    {
      path: "/api/practices/practice/adoption",
      json: { changes: "", basedOn: "Dua dusun dahulu." },
      before: practiceIsShared,
      who: "P V",
      answer: 204,
      also: { W: 409 },
      seen: "F C R",
    },
  ],
  "DELETE /api/practices/:practiceId/adoption": [
    {
      path: "/api/practices/practice/adoption",
      before: practiceIsShared,
      who: "P W V",
      answer: 204,
      seen: "F C R",
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
