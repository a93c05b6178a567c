import type { FollowUpState } from "../../domain/follow-ups.ts";
import type { PublicKind } from "../../domain/publication/public-content.ts";
import type { DocumentKind } from "../../domain/statuses.ts";

/** What public pages say. In Indonesian alone, as papers of an office are. */
export const pageWords = {
  product: "Sinau Bareng",
  motto: "Belajar bersama pengelolaan APBDes",
  skip: "Langsung ke isi",
  library: "Perpustakaan umum",
  libraryIntro:
    "Ringkasan kesepakatan, hasil belajar, praktik baik, dan modul yang diterbitkan untuk umum oleh Camat.",
  foot: "Yang tampil di sini diterbitkan oleh Camat. Ringkasan ini bukan pengganti peraturan.",
  check: "Periksa keaslian dokumen",
  kinds: {
    document: "Dokumen",
    module: "Modul",
    outcome: "Hasil Belajar",
    practice: "Praktik Baik",
  } satisfies Record<PublicKind, string>,
  documentKinds: {
    case: "Analisis Kasus",
    minutes: "Notulen",
    module: "Modul",
  } satisfies Record<DocumentKind, string>,
  filter: {
    title: "Saring",
    theme: "Tema",
    village: "Desa",
    year: "Tahun anggaran",
    all: "Semua",
    show: "Tampilkan",
  },
  found: (count: number) => `${count} terbitan`,
  nothing: "Belum ada yang diterbitkan. Di sini tampil apa yang diterbitkan Camat untuk umum.",
  nothingFound: "Tidak ada terbitan yang cocok. Pilih tema, desa, atau tahun lain.",
  edition: (edition: number, day: string) => `Edisi ${edition}, diterbitkan ${day}`,
  published: (day: string) => `Diterbitkan ${day}`,
  theme: "Tema",
  year: "Tahun anggaran",
  villages: "Desa",
  forum: "Forum",
  when: "Waktu",
  place: "Tempat",
  agenda: "Acara",
  someVillage: "Salah satu desa",
  agreement: "Kesepakatan",
  agreements: "Kesepakatan",
  followUps: "Tindak lanjut",
  followUpNote: "Statusnya mengikuti laporan desa dan fasilitator.",
  states: {
    overdue: "Terlambat",
    notStarted: "Belum mulai",
    inProgress: "Dalam proses",
    done: "Selesai",
  } satisfies Record<FollowUpState, string>,
  status: "Status",
  readings: "Yang diterbitkan dari forum ini",
  toForum: "Halaman forum ini",
  signed: (day: string) => `Disahkan Camat ${day}.`,
  fingerprint: "Sidik dokumen yang disahkan:",
  ticked: "Sudah: ",
  unticked: "Belum: ",
  table: "Tabel, dapat digeser ke samping",
  pages: (page: number, all: number) => `Halaman ${page} dari ${all}`,
  nextPage: "Halaman berikutnya",
  previousPage: "Halaman sebelumnya",
  withdrawn: {
    title: "Halaman ini sudah ditarik",
    text: (district: string, day: string) =>
      `${district} menarik terbitan ini pada ${day}. Isinya tidak lagi tersedia untuk umum.`,
    today: (district: string) =>
      `Terbitan ini sudah ditarik di ${district}. Isinya tidak lagi tersedia untuk umum.`,
  },
  missing: {
    title: "Halaman tidak ditemukan",
    text: "Alamatnya mungkin salah, atau halaman ini tidak pernah diterbitkan.",
  },
  failed: {
    title: "Halaman belum dapat ditampilkan",
    text: "Ada kesalahan di pihak kami. Muat ulang halaman ini sebentar lagi.",
  },
  toLibrary: "Ke perpustakaan umum",
  questions: {
    title: "Tanya jawab warga",
    answered: "Jawaban fasilitator",
  },
  ask: {
    title: "Ajukan pertanyaan",
    intro:
      "Pertanyaan Anda dibaca fasilitator kecamatan. Yang dijawab dapat tampil di halaman ini tanpa nama penanya.",
    label: "Pertanyaan Anda",
    hint: "10 sampai 1.000 huruf. Jangan tulis nama, NIK, nomor telepon, atau alamat siapa pun.",
    trap: "Kosongkan kolom ini",
    send: "Kirim pertanyaan",
    sent: "Pertanyaan terkirim",
    thanks:
      "Terima kasih. Fasilitator membacanya lebih dahulu; bila dijawab untuk umum, jawabannya tampil di halaman forum.",
    back: "Kembali ke halaman forum",
    again: "Periksa lagi pertanyaan Anda",
  },
  checking: {
    title: "Periksa sidik dokumen",
    intro:
      "Ketik sidik yang tercetak pada kaki dokumen: 64 angka 0–9 dan huruf a–f. Spasi boleh ada.",
    label: "Sidik dokumen",
    button: "Periksa",
    matches: "Cocok",
    matchesText: "Ada dokumen yang disahkan dengan sidik ini.",
    differs: "Tidak cocok",
    differsText: "Tidak ada dokumen yang disahkan dengan sidik ini. Periksa lagi ketikannya.",
    withFile: "Periksa dengan berkas",
  },
};
