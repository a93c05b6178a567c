import { Refusal } from "../refusals.ts";

/** The case is still being written, or was withdrawn. */
export const caseNotDrafted = () =>
  new Refusal("case-not-drafted", 409, {
    id: "Lembar Hasil Belajar ditulis setelah kasusnya Selesai disusun. Tidak ada yang disimpan.",
    en: "The sheet of what was learnt is written once its case is drafted. Nothing was stored.",
  });

/** A village marks what was written down. */
export const noOutcomeYet = () =>
  new Refusal("no-outcome-yet", 409, {
    id: "Lembar Hasil Belajar kasus ini belum ditulis. Tanyakan kepada fasilitator.",
    en: "What this case taught is not written down yet. Ask the facilitator.",
  });
