import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { documents, reviewNotes, versions } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import { forgetSubmissions, isSubmitted } from "../testing/submissions.ts";
import type { Expected } from "./askers.ts";
import { db, documentIs, seesDrafted } from "./situations.ts";

const path = "/api/documents/case-open";
let fingerprint = "";

const isBeforeTheCamat = async () => {
  fingerprint = await isSubmitted("case-open");
};

const isDrafted = async () => {
  await forgetSubmissions();
  await documentIs("drafted")();
  // Somebody has looked in, so that there is a record.
  await env.DOCUMENT_ROOM.getByName("case-open").reading();
};

const hasVersion = async () => {
  await isDrafted();
  await db.insert(versions).values({
    id: "version",
    documentId: "case-open",
    place: 1,
    name: "Sebelum rapat",
    kind: "named",
    at: 1,
  });
};

const hasNote = async () => {
  await isDrafted();
  await db.insert(reviewNotes).values({
    id: "note",
    documentId: "case-open",
    place: 1,
    personId: "reviewer",
    text: "Sudah jelas.",
    at: 1,
  });
};

const isUncorrected = async () => {
  await db.delete(documents).where(eq(documents.correctsDocumentId, "case-open"));
  await documentIs("signed")();
};

const camatAlone = { who: "C", seen: "P W N O F R J", answer: 204 };
const reviewerAlone = { who: "R", seen: "P W N O F C J" };

export const signingRows = {
  "GET /api/documents/:documentId/versions": [
    { path: `${path}/versions`, before: documentIs("open"), who: "P W N O F C" },
    {
      when: "far enough",
      path: `${path}/versions`,
      before: isDrafted,
      who: "P W N O F C R",
      seen: "J",
    },
  ],
  "POST /api/documents/:documentId/versions": [
    {
      path: `${path}/versions`,
      json: { name: "Sebelum rapat" },
      before: isDrafted,
      who: "N F C",
      answer: 201,
      seen: "P W O R J",
    },
  ],
  "PATCH /api/documents/:documentId/versions/:versionId": [
    {
      path: `${path}/versions/version`,
      json: { name: "Sesudah rapat" },
      before: hasVersion,
      who: "N F C",
      answer: 204,
      seen: "P W O R J",
    },
  ],
  "POST /api/documents/:documentId/submission": [
    {
      path: `${path}/submission`,
      json: {},
      before: isDrafted,
      who: "F",
      answer: 201,
      seen: "P W N O C R J",
    },
  ],
  "PUT /api/documents/:documentId/submission/answer": [
    {
      path: `${path}/submission/answer`,
      get json() {
        return { fingerprint, answer: "confirmed" };
      },
      before: isBeforeTheCamat,
      who: "W",
      answer: 204,
      seen: "P N O F C R J",
    },
  ],
  "PUT /api/documents/:documentId/sign-off": [
    {
      path: `${path}/sign-off`,
      get json() {
        return { fingerprint };
      },
      before: isBeforeTheCamat,
      ...camatAlone,
    },
  ],
  "PUT /api/documents/:documentId/return": [
    {
      path: `${path}/return`,
      json: { reason: "Belum lengkap." },
      before: isBeforeTheCamat,
      ...camatAlone,
    },
  ],
  "POST /api/documents/:documentId/correction": [
    {
      path: `${path}/correction`,
      json: {},
      before: isUncorrected,
      who: "F",
      answer: 201,
      seen: "P W N O C R J",
    },
  ],
  "GET /api/documents/:documentId/signed-file": [
    { path: `${path}/signed-file`, before: isBeforeTheCamat, who: seesDrafted },
  ],
  "GET /api/documents/:documentId/review": [
    { path: `${path}/review`, before: isDrafted, who: "O F C R", seen: "P W N J" },
  ],
  "PUT /api/documents/:documentId/review": [
    {
      path: `${path}/review`,
      json: { place: 1 },
      before: isDrafted,
      answer: 204,
      ...reviewerAlone,
    },
  ],
  "POST /api/documents/:documentId/review-notes": [
    {
      path: `${path}/review-notes`,
      json: { text: "Sudah jelas.", place: 1 },
      before: isDrafted,
      answer: 201,
      ...reviewerAlone,
    },
  ],
  "DELETE /api/documents/:documentId/review-notes/:noteId": [
    { path: `${path}/review-notes/note`, before: hasNote, answer: 204, ...reviewerAlone },
  ],
  "GET /api/fingerprints/:fingerprint": [{ path: `/api/fingerprints/${"0".repeat(64)}`, who: "*" }],
} satisfies Partial<Record<RouteName, Expected[]>>;
