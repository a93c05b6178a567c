import type { DocumentKind } from "../../domain/statuses.ts";

/** What leaves the system as files: one document, or a whole forum. */
export const exportId = {
  title: "Unduh dokumen ini",
  what: "Bentuk berkas",
  forms: {
    docx: "Word (.docx), untuk disunting dan dicetak",
    markdown: "Markdown (.md), teks biasa",
    json: "JSON (.json), untuk program lain",
  },
  paper: "Ukuran kertas",
  papers: { a4: "A4", f4: "F4 (21,5 × 33 cm)" },
  unnamed:
    "Kasus ini tidak menyebut nama desa. Di dalam berkas, desa tetap memakai nomor, juga bila Anda melihat namanya di layar.",
  send: "Unduh berkas",
  cancel: "Batal",
  making: "Menyiapkan berkas…",
};

/** Words on the papers themselves: of an office, in Indonesian alone. */
export const paperId = {
  headings: {
    case: "ANALISIS KASUS",
    minutes: "NOTULA",
    module: "MODUL",
  } satisfies Record<DocumentKind, string>,
  number: "No",
  answers: "Jawaban desa",
  reviews: "Telah ditinjau",
  chair: "Pimpinan,",
  fingerprint: (groups: string) => `Sidik isi: ${groups}`,
  check: (address: string) => `Periksa keaslian isi di ${address}`,
  state: (status: string, when: string) => `${status}. Disimpan sebagai berkas ${when}.`,
};
