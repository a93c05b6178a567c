import { Refusal } from "../refusals.ts";

/** A moment before the record's first word or after its last. */
export const momentOutside = () =>
  new Refusal("moment-outside", 404, {
    id: "Saat itu tidak ada dalam riwayat dokumen ini. Muat ulang halaman, lalu pilih lagi.",
    en: "That moment is not in this document's history. Load the page anew, then choose again.",
  });

export const restoreFrozen = () =>
  new Refusal("restore-frozen", 409, {
    id: "Dokumen ini sudah diajukan, jadi isinya tidak dapat dipulihkan ke versi lain. Tidak ada yang berubah.",
    en: "This document was submitted, so it cannot be brought back to another version. Nothing was changed.",
  });

export const restoredPartGone = () =>
  new Refusal("restored-part-gone", 409, {
    id: "Bagian itu tidak ada sekarang, atau belum ada saat itu. Tidak ada yang berubah; pilih bagian lain atau seluruh dokumen.",
    en: "That part is not there now, or was not there then. Nothing was changed; choose another part or the whole document.",
  });

export const restoredTooOld = () =>
  new Refusal("restored-too-old", 409, {
    id: "Versi itu dibuat dengan bentuk dokumen lama yang tidak dapat dipulihkan. Tidak ada yang berubah; Anda tetap dapat membaca dan menyalinnya.",
    en: "That version has an old form that cannot be brought back. Nothing was changed; you can still read and copy it.",
  });
