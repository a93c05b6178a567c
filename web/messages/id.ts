import type { DistrictRole, ForumRole } from "../../domain/roles.ts";
import type {
  AgendaItemKind,
  DocumentKind,
  DocumentStatus,
  ForumStage,
  ForumStatus,
  Theme,
} from "../../domain/statuses.ts";
import { themeNames } from "../../domain/theme-names.ts";
import { documentId } from "./document-id.ts";

/** Indonesian, the first language of the interface and the shape that English must fill. */
export const id = {
  productName: "Sinau Bareng",
  skipToContent: "Langsung ke isi",
  back: "Kembali",
  loading: "Memuat…",
  demo: {
    tag: "Contoh",
    notice: "Ruang contoh: orang, desa, dan isinya bukan sungguhan.",
  },
  places: {
    label: "Tempat",
    home: "Beranda",
    forums: "Forum",
    manage: "Kelola",
  },
  menu: {
    open: "Saya",
    opening: "Membuka…",
    failed: "Menu belum terbuka. Periksa sambungan, lalu tekan lagi.",
    language: "Bahasa",
    languages: { id: "Bahasa Indonesia", en: "English" },
    theme: "Tampilan",
    themes: {
      system: "Ikuti perangkat",
      light: "Terang",
      dark: "Gelap",
      projector: "Proyektor (huruf besar)",
    },
    signOut: "Keluar",
    signOutFailed: "Anda belum keluar. Periksa sambungan, lalu coba lagi.",
  },
  session: {
    signedOutTitle: "Anda belum masuk",
    signedOut: "Halaman ini untuk peserta forum. Untuk masuk:",
    steps: [
      "Buka pesan WhatsApp dari kecamatan yang berisi tautan pribadi Anda.",
      "Tekan tautan itu, lalu tekan Masuk.",
      "Tidak punya tautan, atau tautannya tidak berlaku? Mintalah kepada fasilitator kecamatan.",
    ],
    leftTitle: "Anda sudah keluar",
    left: "Perangkat ini tidak lagi terhubung dengan nama Anda. Untuk masuk lagi, mintalah tautan baru kepada fasilitator kecamatan.",
  },
  signIn: {
    title: "Masuk",
    welcome: "Sugeng rawuh — Selamat datang,",
    district: (name: string, regency: string) => `Kecamatan ${name}, ${regency}`,
    button: "Masuk",
    working: "Sedang masuk…",
    notYou: "Bukan Anda? Jangan tekan Masuk, dan kabari fasilitator kecamatan.",
    loading: "Memeriksa tautan Anda…",
    noTokenTitle: "Masuk dengan tautan pribadi",
    noToken: "Setiap peserta mendapat tautan sendiri dari kecamatan. Tidak perlu kata sandi.",
    refusedTitle: "Tautan ini tidak dapat dipakai",
    rateLimitedTitle: "Tunggu sebentar",
    safe: "Yang pernah Anda tulis tetap aman.",
    alreadyTitle: "Anda sudah masuk",
    already: (name: string) =>
      `Perangkat ini sudah masuk sebagai ${name}. Tautan tidak perlu dibuka lagi.`,
    toHome: "Ke Beranda",
  },
  home: {
    title: "Beranda",
    greeting: "Sugeng rawuh — Selamat datang,",
    name: (name: string) => `Bapak/Ibu ${name}`,
    next: "Forum berikutnya",
    enterForum: "Masuk forum",
    openForum: "Lihat forum",
    noForumTitle: "Belum ada forum yang menunggu",
    noForum:
      "Undangan forum dari kecamatan akan tampil di sini, lengkap dengan hari dan tempatnya.",
    workTitle: "Sedang dikerjakan",
    noWork:
      "Belum ada dokumen yang sedang ditulis. Begitu forum dimulai, dokumennya tampil di sini.",
    otherForums: "Forum lain",
  },
  forums: {
    title: "Forum Sinau",
    emptyTitle: "Anda belum diundang ke forum",
    empty:
      "Forum yang mengundang Anda akan tampil di sini. Bila seharusnya sudah ada, tanyakan kepada fasilitator kecamatan.",
    current: "Sekarang dan berikutnya",
    past: "Yang sudah lewat",
    stage: "Tahap",
    place: "Tempat",
    time: "Waktu",
    theme: "Tema",
    dayAndTime: (day: string, time: string) => `${day} pukul ${time}`,
    until: (start: string, end: string) => `${start} sampai ${end}`,
    documents: "Dokumen",
    noDocuments: "Belum ada dokumen. Fasilitator menyiapkan Analisis Kasus dan Notulen di sini.",
    agenda: "Acara",
    noAgenda: "Susunan acara belum ditulis. Fasilitator melengkapinya sebelum forum.",
    minutes: (count: number) => `${count} menit`,
    people: "Peserta",
    noPeople: "Belum ada desa yang diundang. Fasilitator menambahkannya sebelum forum.",
    noVillagePeople: "Belum ada peserta dari desa ini.",
    officials: "Kecamatan dan undangan lain",
    headCount: (villages: number, people: number) => `${villages} desa, ${people} orang`,
  },
  documents: {
    open: "Buka",
    openNamed: (title: string) => `Buka ${title}`,
    fiscalYear: (year: number) => `Tahun anggaran ${year}`,
    presentNow: "Sedang di dalam",
    andOthers: (count: number) => `dan ${count} kelompok lain`,
    noOffice: "Undangan",
    edited: (moment: string) => `Terakhir ditulis ${moment}`,
    neverEdited: "Belum ada yang menulis",
    today: (time: string) => `pukul ${time}`,
  },
  masks: {
    village: (number: number) => `Desa ${number}`,
    person: (number: number) => `Peserta ${number}`,
  },
  documentKinds: { case: "Analisis Kasus", minutes: "Notulen" } satisfies Record<
    DocumentKind,
    string
  >,
  documentStatuses: {
    draft: "Draf",
    open: "Berlangsung",
    drafted: "Selesai disusun",
    submitted: "Diajukan",
    returned: "Dikembalikan",
    signed: "Disahkan",
    published: "Diterbitkan",
    withdrawn: "Ditarik",
  } satisfies Record<DocumentStatus, string>,
  forumStatuses: {
    planned: "Direncanakan",
    invited: "Undangan terkirim",
    inSession: "Berlangsung",
    ended: "Selesai",
    cancelled: "Dibatalkan",
  } satisfies Record<ForumStatus, string>,
  forumStages: {
    trial: "Uji coba forum sinau di sejumlah desa",
    regular: "Implementasi penuh melalui forum rutin",
  } satisfies Record<ForumStage, string>,
  agendaItemKinds: {
    opening: "Pembukaan",
    case: "Bahas kasus",
    module: "Modul",
    practice: "Praktik Baik",
    agreement: "Kesepakatan",
    closing: "Penutup",
  } satisfies Record<AgendaItemKind, string>,
  roles: {
    participant: "Peserta",
    representative: "Wakil desa",
    minuteTaker: "Notulis",
    observer: "Peninjau undangan",
    facilitator: "Fasilitator",
    camat: "Camat",
    reviewer: "Peninjau",
    inspectorate: "Inspektorat",
  } satisfies Record<ForumRole | DistrictRole, string>,
  themes: themeNames satisfies Record<Theme, string>,
  errors: {
    retry: "Coba lagi",
    reload: "Muat ulang halaman",
    toHome: "Ke Beranda",
    refusedTitle: "Tidak dapat dibuka",
    unreachableTitle: "Tidak tersambung",
    unreachable:
      "Perangkat ini tidak dapat menghubungi Sinau Bareng. Yang sudah tersimpan tetap aman. Periksa sambungan internet, lalu coba lagi.",
    unexpectedTitle: "Terjadi gangguan",
    unexpected:
      "Permintaan ini gagal karena kesalahan di pihak kami. Yang sudah tersimpan tetap aman. Coba lagi; bila tetap gagal, kabari fasilitator kecamatan.",
    crashTitle: "Halaman ini berhenti bekerja",
    crash:
      "Ada kesalahan pada program ini. Yang sudah tersimpan tetap aman. Muat ulang halaman; bila terjadi lagi, kabari fasilitator kecamatan.",
    notFoundTitle: "Tidak ditemukan",
    notFound:
      "Mungkin alamatnya salah tulis, atau Anda tidak diundang ke sini. Bila menurut Anda seharusnya bisa dibuka, tanyakan kepada fasilitator kecamatan.",
    noAccessTitle: "Anda tidak dapat membuka ini",
    noAccess:
      "Halaman ini bukan untuk peran Anda. Tidak ada yang berubah. Bila perlu, mintalah kepada fasilitator kecamatan.",
    offline: "Luring: yang tampil adalah keadaan terakhir.",
    stale: "Pembaruan gagal. Yang tampil adalah keadaan terakhir.",
  },
  offline: {
    newVersion: "Versi baru tersedia",
    reload: "Muat ulang",
    waiting: (name: string) =>
      `Tulisan ${name} belum terkirim. Tulisan itu menunggu di perangkat ini sampai ${name} masuk lagi di sini.`,
    recovered: {
      title: "Tulisan Anda yang tidak diterima",
      kept: "Tulisan ini disimpan di perangkat ini sampai Anda membuangnya.",
      onlyHere: "Tulisan ini hanya ada di halaman ini: salin dulu.",
      copy: "Salin",
      copied: "Tersalin",
      discard: "Buang",
      discardSure: "Ya, buang tulisan ini",
      keep: "Simpan dulu",
    },
  },
  document: documentId,
};

export type Messages = typeof id;
