import type { modules, moduleWriters } from "../../worker/db/module-schema.ts";
import type { documents, forums } from "../../worker/db/schema.ts";
import { demoDistrictId } from "./villages.ts";

export const demoModuleId = "modul-pagu-turun";
const circleId = "lingkar-modul-pagu-turun";

/** A module on trial, so that the place is not empty; its text is made by its room. */
export function demoModule(now: number): {
  circle: typeof forums.$inferInsert;
  document: typeof documents.$inferInsert;
  module: typeof modules.$inferInsert;
  writer: typeof moduleWriters.$inferInsert;
} {
  const both = {
    title: "Menyusun APBDes saat pagu berkurang (contoh)",
    theme: "planning",
    createdAt: now,
  } as const;
  return {
    circle: {
      ...both,
      id: circleId,
      districtId: demoDistrictId,
      kind: "openCircle",
      stage: "trial",
      status: "planned",
      startsAt: now,
      endsAt: now,
      place: "",
      isDemo: true,
    },
    document: {
      ...both,
      id: demoModuleId,
      forumId: circleId,
      kind: "module",
      fiscalYear: 2027,
      status: "drafted",
    },
    module: {
      documentId: demoModuleId,
      districtId: demoDistrictId,
      status: "trial",
      createdByPersonId: "fasilitator",
      createdAt: now,
    },
    writer: {
      documentId: demoModuleId,
      personId: "wakil-b",
      request: "Contoh memilih belanja yang dikurangi, di bagian Materi",
      askedByPersonId: "fasilitator",
      askedAt: now,
    },
  };
}
