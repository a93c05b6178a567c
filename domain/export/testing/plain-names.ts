import type { PartNames } from "../document-blocks.ts";

/** Parts of a document under their own names, two villages, and one that has left. */
export const plainNames: PartNames = {
  section: (kind) => kind,
  branch: (kind) => kind,
  field: (name) => name,
  village: (id) => ({ v1: "Desa Contoh A", v2: "Desa Contoh B" })[id] ?? null,
  formerVillage: "Desa yang pergi",
  number: "No",
};
