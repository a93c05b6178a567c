import type { DocumentStatus, ForumStatus } from "../../domain/statuses.ts";

type Step = { button: string; question: string; consequence: string };

/** What hosts of a forum read where they move it, or a document, on. */
export const statusId = {
  cancel: "Batal",
  document: {
    open: {
      button: "Mulai penyusunan bersama",
      question: "Mulai penyusunan bersama?",
      consequence: "Semua undangan forum dapat menulis di dokumen ini.",
    },
    drafted: {
      button: "Tandai Selesai disusun",
      question: "Tandai dokumen ini Selesai disusun?",
      consequence:
        "Sesudah ini hanya notulis dan fasilitator yang dapat menulis; yang lain membaca. Peninjau mulai dapat melihatnya. Status ini tidak dapat dikembalikan.",
    },
    withdrawn: {
      button: "Tarik dokumen",
      question: "Tarik dokumen ini?",
      consequence:
        "Dokumen ditutup untuk semua orang dan tidak dapat dibuka lagi untuk ditulis. Isinya tetap tersimpan dan tetap dapat dibaca peserta forum.",
    },
  } satisfies Partial<Record<DocumentStatus, Step>>,
  forum: {
    invited: {
      button: "Tandai undangan terkirim",
      question: "Undangan sudah dikirim ke semua desa?",
      consequence: "Forum tampil sebagai Undangan terkirim.",
    },
    inSession: {
      button: "Mulai forum",
      question: "Mulai forum sekarang?",
      consequence: "Forum tampil di Beranda peserta sebagai sedang berlangsung.",
    },
    ended: {
      button: "Akhiri forum",
      question: "Akhiri forum ini?",
      consequence:
        "Forum tampil sebagai selesai dan tidak dapat dimulai lagi. Dokumennya tetap dapat diselesaikan.",
    },
    cancelled: {
      button: "Batalkan forum",
      question: "Batalkan forum ini?",
      consequence:
        "Forum yang dibatalkan tidak dapat dimulai lagi. Yang sudah ditulis tetap tersimpan.",
    },
  } satisfies Partial<Record<ForumStatus, Step>>,
};
