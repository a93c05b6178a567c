import { startOfDayInWib } from "../../domain/wib.ts";
import type {
  agendaItemDocuments,
  agendaItems,
  documents,
  forums,
} from "../../worker/db/schema.ts";
import { demoDistrictId, demoVillages } from "./villages.ts";

const hourMs = 3_600_000;

export const demoForumId = "forum-apbdes-2027";
export const demoCaseId = "kasus-apbdes-2027";
export const demoUnnamedCaseId = "kasus-tanpa-nama-desa";
export const demoMinutesId = "notulen-apbdes-2027";

/** The demo's forum is in session today, whatever day `now` is; times in ms since 1970. */
export function demoForum(now: number): typeof forums.$inferInsert {
  const startsAt = startOfDayInWib(now) + 9 * hourMs;
  return {
    id: demoForumId,
    districtId: demoDistrictId,
    title: "Menyusun APBDes 2027 dengan pagu yang lebih kecil",
    theme: "planning",
    stage: "trial",
    status: "inSession",
    startsAt,
    endsAt: startsAt + 3 * hourMs,
    place: "Pendopo Kecamatan Binangun (contoh)",
    isDemo: true,
    createdAt: now,
  };
}

export const demoAgenda: (typeof agendaItems.$inferInsert)[] = (
  [
    ["Pembukaan", "opening", 15],
    ["Analisis kasus: belanja yang harus berkurang", "case", 75],
    ["Praktik baik antar-desa", "practice", 45],
    ["Kesepakatan dan tindak lanjut", "agreement", 30],
    ["Penutup", "closing", 15],
  ] as const
).map(([title, kind, durationMinutes], place) => ({
  id: `acara-${place + 1}`,
  forumId: demoForumId,
  position: place,
  title,
  kind,
  durationMinutes,
}));

/** Under which item of the agenda each case is dealt with. */
export const demoAgendaDocuments: (typeof agendaItemDocuments.$inferInsert)[] = [
  { agendaItemId: "acara-2", documentId: demoCaseId },
  { agendaItemId: "acara-3", documentId: demoUnnamedCaseId },
];

/** What stands in them is made by their rooms, from the templates. */
export function demoDocuments(now: number): (typeof documents.$inferInsert)[] {
  const both = {
    forumId: demoForumId,
    theme: "planning",
    fiscalYear: 2027,
    status: "open",
    createdAt: now,
  } as const;
  return [
    {
      ...both,
      id: demoCaseId,
      kind: "case",
      title: "Menyusun APBDes 2027 ketika pagu Dana Desa berkurang",
      proposedByVillageId: demoVillages[0]?.id ?? null,
      proposedByPersonId: "wakil-a",
    },
    {
      ...both,
      id: demoUnnamedCaseId,
      kind: "case",
      title: "Kasus tanpa nama desa: bukti belanja yang terlambat (contoh)",
      isUnnamed: true,
      proposedByVillageId: demoVillages[1]?.id ?? null,
      proposedByPersonId: "wakil-b",
    },
    { ...both, id: demoMinutesId, kind: "minutes", title: "Notulen: menyusun APBDes 2027" },
  ];
}
