import { Refusal } from "../refusals.ts";

/** A moment before the record's first word or after its last. */
export const momentOutside = () =>
  new Refusal("moment-outside", 404, {
    id: "Saat itu tidak ada dalam riwayat dokumen ini. Muat ulang halaman, lalu pilih lagi.",
    en: "That moment is not in this document's history. Load the page anew, then choose again.",
  });
