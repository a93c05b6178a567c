import { Refusal } from "../refusals.ts";

export const tooManyIndicators = (most: number) =>
  new Refusal("too-many-indicators", 409, {
    id: `Sudah ada ${most} indikator. Hapus dahulu yang tidak dipakai.`,
    en: `There are ${most} indicators already. Remove first what is not used.`,
  });

export const tooManyProofs = (most: number) =>
  new Refusal("too-many-proofs", 409, {
    id: `Sudah ada ${most} bukti di sini. Hapus dahulu yang tidak perlu.`,
    en: `There are ${most} pieces of evidence here already. Remove first what is not needed.`,
  });

export const stageDaysNotInOrder = () =>
  new Refusal(
    "stage-days-not-in-order",
    422,
    {
      id: "Tanggal selesai memerlukan tanggal mulai, dan tidak boleh sebelum tanggal mulai. Tidak ada yang berubah.",
      en: "A day of completion needs a day of beginning and cannot be before it. Nothing was changed.",
    },
    { field: "doneOn" },
  );

export const periodWrong = () =>
  new Refusal(
    "period-wrong",
    422,
    {
      id: "Rentang tanggal belum benar: tanggal awal harus sebelum atau sama dengan tanggal akhir.",
      en: "The range of dates is not right yet: its first day must not be after its last.",
    },
    { field: "from" },
  );

export const proofLinkNotSafe = () =>
  new Refusal(
    "proof-link-not-safe",
    422,
    {
      id: "Tautan harus diawali https://, atau / untuk halaman di Sinau Bareng. Salin dari bilah alamat peramban, lalu kirim lagi.",
      en: "The link must begin with https://, or with / for a page of Sinau Bareng. Copy it from the browser's address bar and send again.",
    },
    { field: "url" },
  );

export const evaluationNotYet = () =>
  new Refusal("evaluation-not-yet", 409, {
    id: "Forum ini belum selesai. Penilaian dibuka setelah forum selesai. Belum ada yang dikirim.",
    en: "This forum has not ended yet. Evaluations open when it has. Nothing was sent.",
  });

export const evaluationForPresent = () =>
  new Refusal("evaluation-for-present", 403, {
    id: "Penilaian dibuka untuk yang tercatat hadir. Bila Anda hadir tetapi belum tercatat, beri tahu fasilitator. Belum ada yang dikirim.",
    en: "Evaluations are for those who were noted as present. If you were there and not noted, tell the facilitator. Nothing was sent.",
  });

export const evaluatedAlready = () =>
  new Refusal("evaluated-already", 409, {
    id: "Anda sudah menilai forum ini. Penilaian yang pertama tetap tersimpan.",
    en: "You have evaluated this forum already. Your first answer stays.",
  });
