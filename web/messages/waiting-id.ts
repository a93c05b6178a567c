import type { WaitingDocument } from "../home/home-query.ts";

/** What only this person can do, and what their role looks after, on the home page. */
export const waitingId = {
  title: "Menunggu Anda",
  states: {
    answer: "Menunggu jawaban desa Anda",
    sign: "Menunggu pengesahan Anda",
    publish: "Menunggu Anda terbitkan",
    review: "Menunggu tinjauan Anda",
    redact: "Usul menghapus data pribadi",
  } satisfies Record<WaitingDocument["act"], string>,
  buttons: {
    answer: "Baca dan jawab",
    sign: "Periksa dan sahkan",
    publish: "Periksa dan terbitkan",
    review: "Tinjau",
    redact: "Putuskan",
  } satisfies Record<WaitingDocument["act"], string>,
  buttonNamed: (button: string, title: string) => `${button}: ${title}`,
  submitted: (when: string) => `Diajukan ${when}`,
  ofProgramme: "Program Sinau Bareng",
  comment: { state: "Belum ada catatan desa Anda", button: "Beri catatan" },
  voting: {
    state: "Pilihan desa Anda ditunggu",
    until: (day: string) => `Sampai ${day}`,
    button: "Pilih prioritas",
  },
  questions: {
    from: "Tanya Bareng",
    state: "Belum dijawab",
    title: (count: number) => `${count} pertanyaan di Tanya Bareng`,
    oldest: (title: string) => `Yang paling lama: ${title}`,
    answerOne: "Jawab",
    answerAll: "Lihat pertanyaan",
  },
  surveys: {
    state: "Survei sedang dibuka",
    answered: (answered: number, asked: number) => `${answered} dari ${asked} desa sudah menjawab`,
    button: "Lihat survei",
  },
  sorting: {
    state: "Kasus belum masuk acara",
    cases: (count: number, first: string) =>
      count === 1 ? first : `${first} dan ${count - 1} kasus lain`,
    button: "Susun acara",
  },
  refining: {
    state: "Modul perlu disempurnakan",
    uses: (count: number) =>
      count === 0 ? "Belum dipakai di forum" : `Sudah dipakai di ${count} forum`,
    button: "Buka modul",
  },
  stages: {
    title: "Tahap program",
    all: "Lihat kelima tahap dan buktinya",
    none: "Belum ada bukti",
    others: (count: number) => `dan ${count} lainnya`,
    open: "Atur tanggal dan bukti",
    openNamed: (name: string) => `Atur tanggal dan bukti: ${name}`,
  },
  news: {
    title: "Baru sejak kunjungan terakhir",
    firstTitle: "Yang baru dalam 30 hari",
    since: (when: string) => `Kunjungan terakhir Anda ${when}.`,
    none: "Belum ada yang berubah. Dokumen yang diajukan, disahkan, atau diubah akan tampil di sini.",
    changed: "Isinya diubah",
    version: (name: string) => `Versi baru: ${name}`,
    open: (title: string) => `Lihat perubahan: ${title}`,
  },
};
