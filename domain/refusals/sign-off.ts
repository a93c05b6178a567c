import { Refusal } from "../refusals.ts";

/** What somebody saw is not what stands before the camat now. */
export const submissionChanged = () =>
  new Refusal("submission-changed", 409, {
    id: "Versi yang Anda lihat bukan lagi versi yang sedang diajukan. Tidak ada yang disahkan atau dijawab; muat ulang dan periksa versi yang sekarang.",
    en: "The version that you saw is not the one that is submitted now. Nothing was signed or answered; reload and check the present version.",
  });

/** The room's words do not give the fingerprint that was submitted. */
export const contentDiffers = () =>
  new Refusal("content-differs", 409, {
    id: "Isi dokumen tidak cocok dengan sidik jari yang diajukan. Tidak ada yang disahkan atau diunduh; kembalikan dokumen ini dan minta fasilitator mengajukannya lagi.",
    en: "The document's content does not match the submitted fingerprint. Nothing was signed or handed out; send it back and ask the facilitator to submit it again.",
  });

/** Taken off the forum since, or never on it. */
export const villageNotInvited = () =>
  new Refusal("village-not-invited", 409, {
    id: "Desa Anda tidak lagi diundang ke forum ini, jadi jawabannya tidak dapat dicatat. Hubungi fasilitator.",
    en: "Your village is not invited to this forum any more, so that its answer cannot be recorded. Contact the facilitator.",
  });

/** For an objection, and for sending a document back. */
export const reasonMissing = () =>
  new Refusal(
    "reason-missing",
    422,
    {
      id: "Tuliskan alasannya, supaya yang lain tahu apa yang perlu diperbaiki. Belum ada yang dicatat.",
      en: "Write the reason, so that the others know what has to be mended. Nothing was recorded yet.",
    },
    { field: "reason" },
  );

/** Of some 29,000 paragraphs, fields and lists the row that is signed would be too large. */
export const tooManyBlocks = () =>
  new Refusal("too-many-blocks", 409, {
    id: "Dokumen ini terlalu panjang untuk diajukan: paragrafnya lebih dari yang dapat disahkan sekaligus. Tidak ada yang diajukan dan isinya tetap dapat disunting; hapus paragraf kosong, atau bagilah menjadi dua dokumen.",
    en: "This document is too long to be submitted: it has more paragraphs than can be signed at once. Nothing was submitted and it can still be edited; delete empty paragraphs, or divide it into two documents.",
  });

export const correctionExists = () =>
  new Refusal("correction-exists", 409, {
    id: "Perbaikan atas dokumen ini sudah dibuat. Bukalah dari halaman dokumennya.",
    en: "A correction of this document exists already. Open it from the document's page.",
  });

export const noVersionYet = () =>
  new Refusal("no-version-yet", 409, {
    id: "Belum ada yang membuka dokumen ini, jadi belum ada versi yang dapat dinamai.",
    en: "Nobody has opened this document yet, so that there is no version to be named.",
  });

/** A moment that the record does not have. */
export const placeOutside = () =>
  new Refusal(
    "place-outside",
    422,
    {
      id: "Saat itu tidak ada dalam riwayat dokumen ini. Muat ulang, lalu pilih lagi.",
      en: "This document's record has no such moment. Reload, then choose again.",
    },
    { field: "place" },
  );
