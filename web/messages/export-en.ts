import type { exportId } from "./export-id.ts";

export const exportEn: typeof exportId = {
  title: "Download this document",
  what: "Kind of file",
  forms: {
    docx: "Word (.docx), to edit and print",
    markdown: "Markdown (.md), plain text",
    json: "JSON (.json), for other programs",
  },
  paper: "Paper size",
  papers: { a4: "A4", f4: "F4 (21.5 × 33 cm)" },
  unnamed:
    "This case does not name its village. In the file villages keep their numbers, also where you see their names on the screen.",
  send: "Download the file",
  cancel: "Cancel",
  making: "Preparing the file…",
};
