import { Refusal } from "../refusals.ts";

/** The words that somebody selected are not there any more, or stand there twice. */
export const notedTextChanged = () =>
  new Refusal("noted-text-changed", 409, {
    id: "Teksnya baru saja berubah. Catatan belum dikirim; pilih lagi kata-katanya.",
    en: "The text has just changed. The note was not sent; select the words again.",
  });

export const suggestionsClosed = () =>
  new Refusal("suggestions-closed", 409, {
    id: "Dokumen ini sudah ditutup, jadi usul perubahan tidak dapat dikirim. Catatan biasa tetap bisa.",
    en: "This document is closed, so no change can be suggested. A plain note is still possible.",
  });

export const suggestionOutdated = () =>
  new Refusal("suggestion-outdated", 409, {
    id: "Kata-kata itu sudah berubah sejak diusulkan. Tidak ada yang diganti; ubahlah langsung di teksnya.",
    en: "Those words have changed since it was suggested. Nothing was replaced; edit the text directly.",
  });

export const suggestionTooWide = () =>
  new Refusal("suggestion-too-wide", 409, {
    id: "Usul ini mencakup lebih dari satu paragraf. Tidak ada yang diganti; ubahlah langsung di teksnya.",
    en: "This suggestion covers more than one paragraph. Nothing was replaced; edit the text directly.",
  });

export const suggestionSettled = () =>
  new Refusal("suggestion-settled", 409, {
    id: "Usul ini sudah diterima. Tidak ada yang berubah lagi.",
    en: "This suggestion was accepted already. Nothing more was changed.",
  });

export const placeLocked = () =>
  new Refusal("place-locked", 409, {
    id: "Bagian ini sedang dikunci. Tidak ada yang berubah; cobalah lagi setelah dibuka.",
    en: "This part is locked at the moment. Nothing was changed; try again when it is open.",
  });

/** What others have answered to is not the author's alone any more. */
export const threadAnswered = () =>
  new Refusal("thread-answered", 409, {
    id: "Catatan ini sudah ditanggapi orang lain atau usulnya sudah diterima, jadi tidak dapat ditarik. Anda dapat menandainya selesai.",
    en: "Others have answered this note or its suggestion was accepted, so it cannot be taken back. You can mark it as done.",
  });

export const documentFull = () =>
  new Refusal("document-full", 409, {
    id: "Dokumen ini sudah penuh. Tidak ada yang disimpan; hapus dulu yang tidak diperlukan.",
    en: "This document is full. Nothing was stored; first delete what is not needed.",
  });

export const roomStorageFailed = () =>
  new Refusal(
    "room-storage-failed",
    503,
    {
      id: "Penyimpanan sedang terganggu. Tidak ada yang berubah; cobalah lagi sebentar lagi.",
      en: "The storage is not working at the moment. Nothing was changed; try again in a moment.",
    },
    { retryAfterSeconds: 5 },
  );
