import { Refusal } from "../refusals.ts";

/** One at a time, and nothing else that puts words into the document or before somebody. */
export const redactionBusy = () =>
  new Refusal(
    "redaction-busy",
    409,
    {
      id: "Data pribadi sedang dihapus dari dokumen ini. Yang baru Anda minta belum dilakukan; cobalah sebentar lagi.",
      en: "Personal data is being removed from this document. What you have just asked for was not done yet; try again in a moment.",
    },
    { retryAfterSeconds: 5 },
  );

/** Ordered, but its room holds still for somebody else. */
export const redactionWaits = () =>
  new Refusal(
    "redaction-waits",
    503,
    {
      id: "Penghapusan belum dikerjakan karena dokumen ini sedang diajukan atau disalin. Perintah Anda tetap dicatat dan dikerjakan sendiri saat dokumen ini dibuka lagi.",
      en: "The removal was not carried out yet, because this document is being submitted or copied. Your order is kept, and carried out by itself when this document is opened again.",
    },
    { retryAfterSeconds: 30 },
  );

/** Bars already, or chosen from a list that is old. */
export const redactionNothingThere = () =>
  new Refusal("redaction-nothing-there", 409, {
    id: "Kata yang dipilih tidak ada lagi di tempat itu. Tidak ada yang dihapus; cari lagi, lalu pilih dari daftar yang baru.",
    en: "The chosen words are no longer in that place. Nothing was removed; search again and choose from the new list.",
  });

export const redactionTooLong = (letters: number) =>
  new Refusal("redaction-too-long", 422, {
    id: `Pada dokumen yang sudah diajukan paling banyak ${letters} huruf dihapus sekali jalan. Belum ada yang diusulkan; pilih lebih sedikit.`,
    en: `On a submitted document at most ${letters} letters are removed at once. Nothing was proposed yet; choose fewer.`,
  });

/** It would stand there again, for everybody to read. */
export const reasonHoldsWords = () =>
  new Refusal(
    "reason-holds-words",
    422,
    {
      id: "Alasan memuat kata yang akan dihapus, padahal alasan dibaca semua orang. Belum ada yang dihapus; tulis alasannya tanpa kata itu.",
      en: "The reason has the words that are to be removed, and everybody reads it. Nothing was removed yet; write it without them.",
    },
    { field: "reason" },
  );

/** The camat has to decide on it now, or need not any more. */
export const redactionStatusChanged = () =>
  new Refusal("redaction-status-changed", 409, {
    id: "Status dokumen sudah berubah sejak halaman ini dibuka, sehingga caranya lain. Belum ada yang dihapus; muat ulang halaman ini.",
    en: "The document's status has changed since this page was opened, so that the way is another one. Nothing was removed yet; reload this page.",
  });

/** Somebody else decided first. */
export const redactionDecided = () =>
  new Refusal("redaction-decided", 409, {
    id: "Usul ini sudah diputuskan atau ditarik. Tidak ada yang diubah lagi; muat ulang untuk melihat keadaannya.",
    en: "This proposal was decided on or taken back already. Nothing more was changed; reload to see how it stands.",
  });

/** The room may have come half the way; what is left is done by itself. */
export const redactionUnfinished = () =>
  new Refusal(
    "redaction-unfinished",
    503,
    {
      id: "Penghapusan belum selesai karena gangguan penyimpanan. Tulisan lain aman; penghapusan dilanjutkan sendiri saat dokumen ini dibuka lagi.",
      en: "The removal is not finished, because storage is failing. Everything else is safe; it goes on by itself when this document is opened again.",
    },
    { retryAfterSeconds: 30 },
  );
