import { expect, test } from "vitest";
import { closeCodes, type RefusalName } from "../../party/close-codes.ts";
import { attendanceEn } from "./attendance-en.ts";
import { attendanceId } from "./attendance-id.ts";
import { careEn } from "./care-en.ts";
import { careId } from "./care-id.ts";
import { citizensEn } from "./citizens-en.ts";
import { citizensId } from "./citizens-id.ts";
import { devicesEn } from "./devices-en.ts";
import { devicesId } from "./devices-id.ts";
import { en } from "./en.ts";
import { evidenceEn } from "./evidence-en.ts";
import { evidenceId } from "./evidence-id.ts";
import { exportEn } from "./export-en.ts";
import { exportId } from "./export-id.ts";
import { filesEn } from "./files-en.ts";
import { filesId } from "./files-id.ts";
import { forumExportEn } from "./forum-export-en.ts";
import { forumExportId } from "./forum-export-id.ts";
import { historyEn } from "./history-en.ts";
import { historyId } from "./history-id.ts";
import { id } from "./id.ts";
import { importEn } from "./import-en.ts";
import { importId } from "./import-id.ts";
import { keysEn } from "./keys-en.ts";
import { keysId } from "./keys-id.ts";
import { manageEn } from "./manage-en.ts";
import { manageId } from "./manage-id.ts";
import { mineEn } from "./mine-en.ts";
import { mineId } from "./mine-id.ts";
import { notesEn } from "./notes-en.ts";
import { notesId } from "./notes-id.ts";
import { paperEn } from "./paper-en.ts";
import { paperId } from "./paper-id.ts";
import { partsEn } from "./parts-en.ts";
import { partsId } from "./parts-id.ts";
import { practicesEn } from "./practices-en.ts";
import { practicesId } from "./practices-id.ts";
import { prepareEn } from "./prepare-en.ts";
import { prepareId } from "./prepare-id.ts";
import { problemsEn } from "./problems-en.ts";
import { problemsId } from "./problems-id.ts";
import { publicCheckEn } from "./public-check-en.ts";
import { publicCheckId } from "./public-check-id.ts";
import { publicationEn } from "./publication-en.ts";
import { publicationId } from "./publication-id.ts";
import { registerEn } from "./register-en.ts";
import { registerId } from "./register-id.ts";
import { regulationsEn } from "./regulations-en.ts";
import { regulationsId } from "./regulations-id.ts";
import { reviewEn } from "./review-en.ts";
import { reviewId } from "./review-id.ts";
import { searchEn } from "./search-en.ts";
import { searchId } from "./search-id.ts";
import { sessionEn } from "./session-en.ts";
import { sessionId } from "./session-id.ts";
import { shareEn } from "./share-en.ts";
import { shareId } from "./share-id.ts";
import { sharingEn } from "./sharing-en.ts";
import { sharingId } from "./sharing-id.ts";
import { signOffEn } from "./sign-off-en.ts";
import { signOffId } from "./sign-off-id.ts";
import { statusEn } from "./status-en.ts";
import { statusId } from "./status-id.ts";
import { surveyEn } from "./survey-en.ts";
import { surveyId } from "./survey-id.ts";
import { waitingEn } from "./waiting-en.ts";
import { waitingId } from "./waiting-id.ts";

/** Each part of the product has its own pair; a new one is added here. */
const parts: { part: string; id: unknown; en: unknown }[] = [
  { part: "first page", id, en },
  { part: "manage pages", id: manageId, en: manageEn },
  { part: "statuses", id: statusId, en: statusEn },
  { part: "care", id: careId, en: careEn },
  { part: "mine", id: mineId, en: mineEn },
  { part: "attendance", id: attendanceId, en: attendanceEn },
  { part: "files", id: filesId, en: filesEn },
  { part: "session", id: sessionId, en: sessionEn },
  { part: "history", id: historyId, en: historyEn },
  { part: "notes", id: notesId, en: notesEn },
  { part: "devices", id: devicesId, en: devicesEn },
  { part: "register", id: registerId, en: registerEn },
  { part: "problem map", id: problemsId, en: problemsEn },
  { part: "preparing a forum", id: prepareId, en: prepareEn },
  { part: "parts of a document", id: partsId, en: partsEn },
  { part: "approval", id: signOffId, en: signOffEn },
  { part: "review", id: reviewId, en: reviewEn },
  { part: "what waits", id: waitingId, en: waitingEn },
  { part: "survey", id: surveyId, en: surveyEn },
  { part: "good practices", id: practicesId, en: practicesEn },
  { part: "data keys", id: keysId, en: keysEn },
  { part: "sharing by WhatsApp", id: shareId, en: shareEn },
  { part: "sharing between the forums", id: sharingId, en: sharingEn },
  { part: "regulations", id: regulationsId, en: regulationsEn },
  { part: "evidence", id: evidenceId, en: evidenceEn },
  { part: "publishing", id: publicationId, en: publicationEn },
  { part: "citizens' questions", id: citizensId, en: citizensEn },
  { part: "printed papers", id: paperId, en: paperEn },
  { part: "files that leave", id: exportId, en: exportEn },
  { part: "words from elsewhere", id: importId, en: importEn },
  { part: "a forum as a file", id: forumExportId, en: forumExportEn },
  { part: "search", id: searchId, en: searchEn },
  { part: "public check", id: publicCheckId, en: publicCheckEn },
];

const catalogues: [string, unknown][] = [
  ["Indonesian", parts.map((part) => part.id)],
  ["English", parts.map((part) => part.en)],
];

test.each(parts)("both catalogues of the $part have the same keys", (words) => {
  expect(keysOf(words.en)).toEqual(keysOf(words.id));
});

test.each(catalogues)("no sentence of the %s catalogue is empty", (_, catalogue) => {
  expect(sentencesOf(catalogue).filter((sentence) => sentence.trim() === "")).toEqual([]);
});

test.each(catalogues)("no sentence of the %s catalogue lost a value", (_, catalogue) => {
  expect(sentencesOf(catalogue).filter((sentence) => sentence.includes("undefined"))).toEqual([]);
});

test.each(Object.keys(closeCodes) as RefusalName[])(
  "the refusal %s says in both languages what happened and what to do [R7]",
  (name) => {
    for (const { refusals, advice } of [id.document, en.document]) {
      expect(refusals[name]).toMatch(/^\p{Lu}.*\.$/u);
      expect(advice[name]).toMatch(/^\p{Lu}.*\.$/u);
    }
    expect(en.document.refusals[name]).not.toBe(id.document.refusals[name]);
  },
);

test("Indonesian avoids the English loans that the programme avoids", () => {
  const loans = /\b(dashboard|login|logout|upload|download|share|draft|online|offline)\b/i;
  const sentences = parts.flatMap((part) => sentencesOf(part.id));
  expect(sentences.filter((sentence) => loans.test(sentence))).toEqual([]);
});

function keysOf(thing: unknown, path = ""): string[] {
  if (typeof thing !== "object" || thing === null) return [`${path}: ${typeof thing}`];
  return Object.entries(thing)
    .flatMap(([key, value]) => keysOf(value, `${path}.${key}`))
    .sort();
}

function sentencesOf(thing: unknown): string[] {
  if (typeof thing === "string") return [thing];
  if (typeof thing === "function") return sentencesOf(thing(...Array(thing.length).fill("3")));
  if (typeof thing !== "object" || thing === null) return [];
  return Object.values(thing).flatMap(sentencesOf);
}
