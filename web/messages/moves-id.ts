import type { DocumentStatus, ForumStatus } from "../../domain/statuses.ts";

export interface Move {
  /** On the button, and again where it is confirmed. */
  name: string;
  question: string;
  /** What it means for those who are in it. */
  effect: string;
}

/** Words of the steps that move a document or forum on. */
export const movesId = {
  label: "Langkah berikutnya",
  cancel: "Batal",
  moving: "Sebentar…",
  documents: {
    open: {
      name: "Mulai penyusunan",
      question: "Mulai penyusunan dokumen ini?",
      effect: "Semua peserta forum langsung dapat menulis di dalamnya.",
    },
    drafted: {
      name: "Tandai Selesai disusun",
      question: "Tandai dokumen ini Selesai disusun?",
      effect:
        "Sesudah itu hanya notulis dan fasilitator yang menulis; peserta membaca, dan peninjau dapat melihatnya. Langkah ini tidak dapat dibatalkan.",
    },
    withdrawn: {
      name: "Tarik dokumen",
      question: "Tarik dokumen ini?",
      effect:
        "Dokumen ditutup dan tidak dapat ditulis oleh siapa pun. Isinya tetap tersimpan. Langkah ini tidak dapat dibatalkan.",
    },
  } as Partial<Record<DocumentStatus, Move>>,
  forums: {
    invited: {
      name: "Tandai Undangan terkirim",
      question: "Tandai undangan forum ini sudah terkirim?",
      effect: "Langkah ini tidak dapat dibatalkan.",
    },
    inSession: {
      name: "Mulai forum",
      question: "Mulai forum ini sekarang?",
      effect: "Forum tampil sebagai Berlangsung bagi semua yang diundang.",
    },
    ended: {
      name: "Akhiri forum",
      question: "Akhiri forum ini?",
      effect: "Forum tampil sebagai Selesai. Langkah ini tidak dapat dibatalkan.",
    },
    cancelled: {
      name: "Batalkan forum",
      question: "Batalkan forum ini?",
      effect: "Forum tampil sebagai Dibatalkan. Langkah ini tidak dapat dibatalkan.",
    },
  } as Partial<Record<ForumStatus, Move>>,
};
