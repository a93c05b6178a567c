import type { forumExportId } from "./forum-export-id.ts";

export const forumExportEn: typeof forumExportId = {
  title: "Download the whole forum",
  lead: "One ZIP file with all documents (Word, Markdown, JSON) and their history, attendance, agreements, follow-ups and attachments, as far as you may see them. It is made on this device; that you took it is recorded.",
  start: "Make the ZIP file",
  preparing: "Preparing…",
  making: (done, all, path) => `${done} of ${all}: ${path}`,
  cancel: "Cancel",
  cancelled: "Cancelled. No file was saved.",
  done: (name) => `Done: ${name} was handed to the browser to be saved.`,
  missing: (count) =>
    `${count} ${count === 1 ? "file" : "files"} could not be fetched and are not in the ZIP:`,
  again: "Make it again",
  columns: {
    number: "No",
    name: "Name",
    position: "Position",
    village: "Village",
    office: "Office",
    state: "State",
    at: "Time",
    activity: "Activity",
    responsible: "Responsible",
    due: "Due",
    output: "Output",
    document: "Document",
    forum: "Forum",
    lastReport: "Last report",
    reportedAt: "Reported at",
  },
  paper: {
    agreements: "AGREEMENTS",
    noAgreements: "No agreements yet.",
    saved: (when) => `Saved as a file ${when}.`,
  },
  index: {
    made: (when) => `Made ${when} from Sinau Bareng.`,
    folders: {
      "": "Attendance, agreements, follow-ups",
      dokumen: "Documents",
      riwayat: "History of the documents",
      "lampiran/daftar-hadir": "Attachments of the attendance",
      "lampiran/tindak-lanjut": "Evidence of follow-ups",
    },
    missing: "Could not be fetched",
    missingHow: "These files are in Sinau Bareng, but could not be fetched when this ZIP was made.",
    notIn: "could not be fetched",
    unnamed:
      "Cases that name no village say numbers; their history has no names, and the photos of their follow-ups are left out.",
  },
};
