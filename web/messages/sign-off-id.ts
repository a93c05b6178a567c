import type { VillageAnswerKind } from "../../domain/statuses.ts";

/** From Ajukan to Terbitkan: what villages answer, what the camat signs, what it stands on. */
export const signOffId = {
  title: "Pengesahan",
  cancel: "Batal",
  submit: {
    button: "Ajukan ke Camat",
    question: (title: string) => `Ajukan “${title}” ke Camat?`,
    consequence:
      "Sejak diajukan, isi dokumen tidak dapat diubah oleh siapa pun. Wakil setiap desa menyatakan setuju atau keberatan, lalu Camat mengesahkan atau mengembalikannya.",
  },
  submitted: (when: string) => `Diajukan ${when}.`,
  submittedBy: (name: string, when: string) => `Diajukan oleh ${name}, ${when}.`,
  returned: (reason: string) => `Dikembalikan untuk diperbaiki: ${reason}`,
  answers: "Jawaban desa",
  answered: (count: number, all: number) => `${count} dari ${all} desa sudah menjawab.`,
  kinds: { confirmed: "Setuju", objected: "Keberatan" } satisfies Record<VillageAnswerKind, string>,
  waiting: "Belum menjawab",
  ownVillage: (name: string) => `Apa jawaban ${name}?`,
  ownHint: "Bacalah dokumennya dahulu. Jawaban dapat diubah sampai Camat mengesahkan.",
  confirm: "Setuju dengan isinya",
  object: "Ajukan keberatan",
  objection: {
    title: "Keberatan desa Anda",
    reason: "Bagian mana, dan mengapa?",
    hint: "Dibaca oleh Camat dan semua yang melihat dokumen ini.",
    send: "Kirim keberatan",
  },
  sign: {
    button: "Sahkan",
    question: (title: string) => `Sahkan “${title}”?`,
    consequence: (when: string) =>
      `Yang disahkan adalah isi yang diajukan ${when}. Sesudah ini dokumen tidak dapat diubah lagi; perbaikan menjadi dokumen koreksi.`,
    objections: (count: number) => `${count} desa menyatakan keberatan.`,
    missing: (count: number) => `${count} desa belum menjawab.`,
    prompt: "Sidik isi yang Anda sahkan:",
  },
  sendBack: {
    button: "Kembalikan untuk diperbaiki",
    title: "Kembalikan untuk diperbaiki",
    reason: "Apa yang perlu diperbaiki?",
    hint: "Dibaca oleh fasilitator, notulis, dan semua yang melihat dokumen ini.",
    send: "Kembalikan",
  },
  signed: (when: string) => `Disahkan ${when}.`,
  signedBy: (who: string, when: string) => `Disahkan oleh ${who}, ${when}.`,
  isRecord:
    "Ini catatan internal: siapa, kapan, dan isi yang mana. Bukan tanda tangan elektronik tersertifikasi.",
  correct: {
    button: "Buat koreksi",
    question: (title: string) => `Buat koreksi atas “${title}”?`,
    consequence:
      "Dokumen baru dibuat dengan isi yang disahkan sebagai awalnya, dan menyebut dokumen yang dikoreksi. Dokumen yang disahkan tidak berubah.",
  },
  print: "Cetak dokumen",
  corrects: "Koreksi atas",
  correctedBy: "Dikoreksi oleh",
  fingerprint: {
    label: "Sidik isi",
    hint: "64 angka dan huruf yang berubah bila satu huruf saja di dokumen berubah.",
    download: "Unduh berkas untuk diperiksa",
    check: "Periksa keaslian",
  },
};
