import type { importId } from "./import-id.ts";

export const importEn: typeof importId = {
  title: "Bring in text from elsewhere",
  lead: "Headings, lists, tables, bold and italic stay. Everything else is left out; you see it before it goes in.",
  choose: "Choose a Word file (.docx)",
  or: "or copy from Word or Google Docs and paste here:",
  pasteHere: "Paste here",
  reading: (name) => `Reading ${name}…`,
  readingPasted: "Reading what was pasted…",
  cancel: "Cancel",
  close: "Close",
  other: "Choose another",
  troubles: {
    tooLarge: "Too large: a Word file may have 20 MB at most. Split it into several files first.",
    notDocx: "This is no Word file (.docx), though its name may say so. Nothing was changed.",
    isPdf:
      "This is a PDF file, though its name may say .docx. Open the original Word file, or copy its text and paste it here.",
    isOldWord:
      "This is an old Word file (.doc). Open it in Word or LibreOffice, save it as .docx, then choose it again.",
    isEncrypted: "This file has a password. Save it without one first, then choose it again.",
    damaged:
      "This file is damaged and cannot be read. Open it in Word, save it under another name, then choose it again. The document here is unchanged.",
    unpacksTooLarge:
      "What is in this file is far larger than the file, so it was not opened. The document here is unchanged.",
    empty: "There are no words in it. It may hold pictures alone.",
    tooLong: "Too long to paste at once. Paste it in several parts.",
  },
  comesIn: "What comes in",
  counts: {
    heading: (count) => `${count} ${count === 1 ? "heading" : "headings"}`,
    paragraph: (count) => `${count} ${count === 1 ? "paragraph" : "paragraphs"}`,
    list: (count) => `${count} ${count === 1 ? "list" : "lists"}`,
    table: (count, rows) => `${count} ${count === 1 ? "table" : "tables"} (${rows} rows)`,
    quote: (count) => `${count} ${count === 1 ? "quotation" : "quotations"}`,
  },
  staysOut: "What is left out",
  looks: "colours, fonts and sizes, page headers and footers",
  dropped: {
    images: (count) => `${count} ${count === 1 ? "picture" : "pictures"}`,
    links: (count) => `the addresses of ${count} ${count === 1 ? "link" : "links"} (words stay)`,
    embedded: (count) => `${count} embedded ${count === 1 ? "object" : "objects"}`,
    nestedTables: (count) =>
      `${count} ${count === 1 ? "table in a table" : "tables in tables"} (words stay)`,
    notes: (count) => `${count} ${count === 1 ? "footnote or comment" : "footnotes or comments"}`,
    macros: () => "macros: neither run nor kept",
    external: (count) =>
      `${count} ${count === 1 ? "reference" : "references"} to files elsewhere: not fetched`,
  },
  preview: "Preview",
  more: (count) => `… and ${count} more parts, which come in as well.`,
  moreRows: (count) => `… and ${count} more rows, which come in as well.`,
  place: "Put it into",
  atCaret: (name) => `${name} (at the caret)`,
  within: (outer, inner) => `${outer}: ${inner}`,
  closed: {
    lane: "only its village writes here",
    forum: "from the forum's data",
    lock: "locked at present",
  },
  closedPlace: (name, why) => `${name} (${why})`,
  noPlace: "No part is open to you at present. These words stay here.",
  full: (neededKb, leftKb) =>
    `This document is nearly full: what comes in is about ${neededKb} kB, and ${leftKb} kB are left. Bring in a part of it, or use another document.`,
  insert: "Bring it in",
  inserting: (percent) => `Bringing it in… ${percent}%`,
  stopInserting: "Stop and take back",
  takenBack: "Stopped. What had come in was taken back.",
  done: (place) => `It is in ${place}. To take it back, press Undo once.`,
  stopped: {
    closed: "That part has just been locked or closed, so this stopped.",
    gone: "Somebody has just removed that part, so this stopped.",
    refused: "This document cannot be edited any more, so this stopped.",
  },
  stoppedAt: (done, all) =>
    `${done} of ${all} parts are in. The rest is still here: choose another place, or try again later.`,
};
