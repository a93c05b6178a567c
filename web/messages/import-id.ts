import type { ImportTroubleKind } from "../import/import-trouble.ts";
import type { StopKind } from "../import/insert-blocks.ts";
import type { DroppedKind } from "../import/tally.ts";

/** Words from Word and Google Docs on their way into a document. */
export const importId = {
  title: "Masukkan tulisan dari luar",
  lead: "Judul, daftar, tabel, tebal, dan miring tetap ada. Selebihnya tidak ikut; Anda melihatnya dahulu sebelum dimasukkan.",
  choose: "Pilih berkas Word (.docx)",
  or: "atau salin dari Word atau Google Docs, lalu tempelkan di sini:",
  pasteHere: "Tempelkan di sini",
  reading: (name: string) => `Membaca ${name}…`,
  readingPasted: "Membaca yang ditempelkan…",
  cancel: "Batal",
  close: "Tutup",
  other: "Pilih yang lain",
  troubles: {
    tooLarge: "Terlalu besar: berkas Word paling besar 20 MB. Bagi dahulu menjadi beberapa berkas.",
    notDocx:
      "Ini bukan berkas Word (.docx), walaupun namanya mungkin begitu. Tidak ada yang berubah.",
    isPdf:
      "Ini berkas PDF, walaupun namanya mungkin .docx. Buka berkas Word aslinya, atau salin tulisannya lalu tempelkan di sini.",
    isOldWord:
      "Ini berkas Word lama (.doc). Buka di Word atau LibreOffice, simpan sebagai .docx, lalu pilih lagi.",
    isEncrypted: "Berkas ini berkata sandi. Simpan dahulu tanpa kata sandi, lalu pilih lagi.",
    damaged:
      "Berkas ini rusak dan tidak dapat dibaca. Buka di Word, simpan dengan nama lain, lalu pilih lagi. Dokumen di sini tidak berubah.",
    unpacksTooLarge:
      "Isi berkas ini jauh lebih besar daripada ukurannya, jadi tidak dibuka. Dokumen di sini tidak berubah.",
    empty: "Tidak ada tulisan di dalamnya. Mungkin isinya hanya gambar.",
    tooLong: "Terlalu panjang untuk sekali tempel. Bagi menjadi beberapa kali.",
  } satisfies Record<ImportTroubleKind, string>,
  comesIn: "Yang masuk",
  counts: {
    heading: (count: number) => `${count} judul`,
    paragraph: (count: number) => `${count} paragraf`,
    list: (count: number) => `${count} daftar`,
    table: (count: number, rows: number) => `${count} tabel (${rows} baris)`,
    quote: (count: number) => `${count} kutipan`,
  },
  staysOut: "Yang tidak ikut",
  looks: "warna, jenis dan ukuran huruf, kepala dan kaki halaman",
  dropped: {
    images: (count: number) => `${count} gambar`,
    links: (count: number) => `${count} alamat tautan (kata-katanya tetap masuk)`,
    embedded: (count: number) => `${count} sisipan, seperti berkas lain atau bagan`,
    nestedTables: (count: number) => `${count} tabel di dalam tabel (kata-katanya tetap masuk)`,
    notes: (count: number) => `${count} catatan kaki atau komentar`,
    macros: () => "makro: tidak dijalankan dan tidak disimpan",
    external: (count: number) => `${count} rujukan ke berkas di luar: tidak diambil`,
  } satisfies Record<DroppedKind, (count: number) => string>,
  preview: "Pratinjau",
  more: (count: number) => `… dan ${count} bagian lagi, yang juga ikut masuk.`,
  moreRows: (count: number) => `… dan ${count} baris lagi, yang juga ikut masuk.`,
  place: "Masukkan ke",
  atCaret: (name: string) => `${name} (di tempat kursor)`,
  within: (outer: string, inner: string) => `${outer}: ${inner}`,
  closed: {
    lane: "hanya desanya yang menulis",
    forum: "dari data forum",
    lock: "sedang dikunci",
  },
  closedPlace: (name: string, why: string) => `${name} (${why})`,
  noPlace: "Tidak ada bagian yang terbuka untuk Anda sekarang. Tulisan ini tetap di sini.",
  full: (neededKb: number, leftKb: number) =>
    `Dokumen ini hampir penuh: yang akan masuk kira-kira ${neededKb} kB, tempat yang tersisa ${leftKb} kB. Masukkan sebagian saja, atau ke dokumen lain.`,
  insert: "Masukkan",
  inserting: (percent: number) => `Memasukkan… ${percent}%`,
  stopInserting: "Batalkan dan kembalikan",
  takenBack: "Dibatalkan. Yang sudah masuk dikembalikan seperti semula.",
  done: (place: string) => `Sudah masuk ke ${place}. Bila tidak jadi, tekan Urung satu kali.`,
  stopped: {
    closed: "Bagian itu baru saja dikunci atau ditutup, jadi berhenti di sini.",
    gone: "Bagian itu baru saja dihapus orang lain, jadi berhenti di sini.",
    refused: "Dokumen ini tidak dapat disunting lagi sekarang, jadi berhenti di sini.",
  } satisfies Record<StopKind, string>,
  stoppedAt: (done: number, all: number) =>
    `${done} dari ${all} bagian sudah masuk. Sisanya masih di sini: pilih tempat lain, atau coba lagi nanti.`,
};
