import type { RedactionReason, RedactionStatus } from "../../domain/statuses.ts";

/** "Hapus data pribadi": choosing the words, what the camat decides, and what the bars say. */
export const redactionId = {
  button: "Hapus data pribadi",
  removeSearched: (words: string) => `Hapus “${words}” dari dokumen dan riwayat`,
  cancel: "Batal",
  close: "Tutup",
  words: "Kata yang dihapus",
  wordsHint: "Misalnya NIK atau nomor telepon. Huruf besar dan kecil dianggap sama.",
  search: "Cari",
  searching: "Mencari di dokumen dan riwayatnya…",
  found: (count: number) =>
    `Ditemukan di ${count} tempat. Semuanya dipilih; hilangkan centang pada yang harus tetap.`,
  foundMost: (count: number) =>
    `Terlalu banyak: hanya ${count} tempat pertama yang ditampilkan. Ulangi sesudah ini.`,
  none: "Kata itu tidak ada di dokumen ini, di riwayatnya, maupun di catatannya.",
  noneInText: "Kata itu tidak ada di teks dokumen ini, juga tidak di riwayatnya.",
  stands: "Ada di dokumen sekarang",
  recordOnly: "Tinggal di riwayat",
  wroteAt: (who: string, when: string) => `${who}, ${when}`,
  elsewhere: (count: number) =>
    `Kata yang sama di ${count} catatan, balasan, tindak lanjut, atau nama di luar teks ikut ditutup.`,
  links: (count: number) =>
    `Alamat tautan di ${count} tempat memuat kata itu dan ikut ditutup; tautannya tidak dapat dibuka lagi.`,
  onlyBeside: "Tidak ada tempat di teks yang dicentang: yang ditutup hanya yang di luar teks.",
  part: {
    warning: (whole: string) =>
      `Kata itu hanya sebagian dari “${whole}”. Di catatan dan tindak lanjut yang ditutup hanya kata atau nomor yang utuh, jadi “${whole}” masih terbaca di sana.`,
    choose: (whole: string) => `Pilih “${whole}” seluruhnya`,
  },
  kind: "Jenis data",
  kinds: {
    nik: "NIK",
    phone: "Nomor telepon",
    address: "Alamat",
    account: "Nomor rekening",
    health: "Data kesehatan",
    other: "Lainnya",
  } satisfies Record<RedactionReason, string>,
  reason: "Alasan",
  reasonHint: "Dibaca semua yang melihat dokumen ini. Jangan tulis ulang datanya.",
  consequences: {
    title: "Yang akan terjadi",
    bars: "Huruf yang dipilih menjadi batang hitam di dokumen, di semua versi dan riwayatnya, di catatan dan tindak lanjut, dan di salinan pada perangkat peserta.",
    final: "Ini tidak dapat dibatalkan oleh siapa pun.",
    host: "Cadangan milik penyedia server masih menyimpan kata itu paling lama 30 hari, lalu ikut hilang.",
    camat: (letters: number) =>
      `Dokumen ini sudah diajukan, jadi Camat yang memutuskan. Sekali usul paling banyak ${letters} huruf.`,
    fingerprint:
      "Sidik yang disahkan tetap berlaku. Sisa tulisan di bagian yang sama tidak lagi dicakup sidik.",
  },
  redact: (letters: number) => `Hapus ${letters} huruf`,
  propose: (letters: number) => `Usulkan ${letters} huruf kepada Camat`,
  working: "Menghapus… Semua orang di dokumen ini berhenti menyunting sebentar.",
  done: (letters: number) =>
    `${letters} huruf sudah dihapus dari dokumen, riwayat, dan catatannya. Perangkat yang sedang tidak tersambung membuangnya saat dokumen ini dibuka lagi di sana.`,
  proposed: (letters: number) =>
    `Usul menghapus ${letters} huruf sudah dikirim kepada Camat. Belum ada yang berubah sampai Camat memutuskan.`,
  list: {
    title: "Data pribadi yang dihapus",
    letters: (count: number) => `${count} huruf`,
    beside: "hanya di luar teks",
    statuses: {
      proposed: "Menunggu Camat",
      confirmed: "Sedang dihapus",
      done: "Dihapus",
      rejected: "Ditolak",
      withdrawn: "Ditarik",
      lapsed:
        "Batal: dokumen sudah diajukan atau ditarik lebih dulu. Belum ada yang dihapus; usulkan lagi",
    } satisfies Record<RedactionStatus, string>,
    by: (who: string, when: string) => `oleh ${who}, ${when}`,
    proposedBy: (who: string, when: string) => `Diusulkan oleh ${who}, ${when}`,
    confirmedBy: (who: string, when: string) => `Disetujui oleh ${who}, ${when}`,
    decidedBy: (who: string, when: string) => `Diputuskan oleh ${who}, ${when}`,
    rejection: (reason: string) => `Alasan ditolak: ${reason}`,
    somebody: "Kecamatan",
    uncovered:
      "Dari bagian yang bergaris putus-putus ada yang dihapus; sisa tulisannya tidak lagi dicakup sidik.",
  },
  decide: {
    title: "Usul menghapus data pribadi",
    gone: "Kata yang diusulkan tidak ada lagi di dokumen ini. Tolak usul ini.",
    beside: "Ada di catatan, tindak lanjut, nama, atau alamat tautan; tidak di teks.",
    confirm: "Setujui dan hapus",
    question: (letters: number) => `Hapus ${letters} huruf dari dokumen ini?`,
    reject: "Tolak",
    rejectTitle: "Tolak usul ini",
    rejectReason: "Mengapa?",
    rejectHint: "Dibaca oleh fasilitator dan Camat.",
    takeBack: "Tarik usul ini",
  },
  bar: {
    name: "Data pribadi yang dihapus",
    unknown: "Data pribadi dihapus di sini.",
    what: (kind: string) => `Data pribadi dihapus: ${kind}.`,
  },
  waits: "Menunggu Anda: usul menghapus data pribadi",
};
