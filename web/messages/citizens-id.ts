import type { CitizenQuestionStatus } from "../../domain/citizen-questions.ts";

/** What citizens ask on the public pages, and what facilitators do with it. */
export const citizensId = {
  title: "Pertanyaan Warga",
  card: "Pertanyaan warga dari halaman umum forum, untuk dijawab atau dikesampingkan.",
  open: "Buka Pertanyaan Warga",
  intro:
    "Warga bertanya tanpa nama dan tanpa nomor telepon. Tidak ada yang tampil untuk umum sebelum Anda menjawab dan menampilkannya.",
  empty:
    "Belum ada pertanyaan. Warga dapat bertanya di halaman umum forum, sesudah Camat menerbitkan sesuatu dari forum itu.",
  filter: "Tampilkan",
  statuses: {
    waiting: "Menunggu jawaban",
    answered: "Dijawab",
    setAside: "Dikesampingkan",
  } satisfies Record<CitizenQuestionStatus, string>,
  waiting: (count: number) => `${count} pertanyaan warga`,
  count: (count: number) => `${count} pertanyaan`,
  nothing: "Tidak ada pertanyaan di sini.",
  asked: (day: string) => `Ditanyakan ${day}`,
  shownText: "Pertanyaan yang tampil untuk umum",
  shownHint: "Ubah seperlunya: hapus nama, nomor, dan hal yang menunjuk seseorang.",
  answer: "Jawaban",
  isPublic: "Tampilkan pertanyaan dan jawaban di halaman umum forum",
  personal: "Ini mirip data pribadi dan akan tampil untuk umum:",
  send: "Simpan jawaban",
  sendPublic: "Jawab dan tampilkan",
  sending: "Menyimpan…",
  change: "Ubah jawaban",
  cancel: "Batal",
  setAside: "Kesampingkan",
  takeBack: "Kembalikan ke daftar tunggu",
  shown: "Tampil untuk umum",
  hidden: "Tidak tampil untuk umum",
};
