import { env } from "cloudflare:workers";
import { redactions } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import { forgetSubmissions } from "../testing/submissions.ts";
import type { Expected } from "./askers.ts";
import { db, documentIs, seesDrafted, seesDrafts } from "./situations.ts";

const path = "/api/documents/case-open/redactions";
const proposal = `${path}/proposal`;

/** Of words that stand nowhere: whoever may is told so. */
const wish = { words: "Tidak ada", chosen: ["1:1"], reasonKind: "nik", reason: "" };
const nothingThere = 409;

const is = (status: "open" | "submitted") => async () => {
  await db.delete(redactions);
  await forgetSubmissions();
  await documentIs(status)();
  // Somebody has looked in, so that there is a record.
  await env.DOCUMENT_ROOM.getByName("case-open").reading();
};

const isProposed = async () => {
  await is("submitted")();
  await db.insert(redactions).values({
    ...{ id: "proposal", documentId: "case-open", status: "proposed" },
    ...{ reasonKind: "nik", reason: "", pieces: "[]", units: 16 },
    ...{ proposedByPersonId: "facilitator", proposedAt: 1 },
  });
};

export const redactionRows = {
  "GET /api/documents/:documentId/redactions": [
    { path, before: is("open"), who: seesDrafts },
    { when: "before the camat", path, before: is("submitted"), who: seesDrafted },
  ],
  "POST /api/documents/:documentId/redactions": [
    {
      ...{ path, json: wish, before: is("open") },
      ...{ who: "F", answer: nothingThere, seen: "P W N O C" },
    },
    {
      when: "before the camat",
      ...{ path, json: wish, before: is("submitted") },
      ...{ who: "F", answer: 409, seen: "P W N O C R J" },
    },
  ],
  "POST /api/documents/:documentId/redactions/occurrences": [
    {
      ...{ path: `${path}/occurrences`, json: { words: "Tidak ada" } },
      ...{ before: is("submitted"), who: "F", seen: "P W N O C R J" },
    },
  ],
  "POST /api/documents/:documentId/redactions/proposals": [
    {
      ...{ path: `${path}/proposals`, json: wish, before: is("submitted") },
      ...{ who: "F", answer: nothingThere, seen: "P W N O C R J" },
    },
  ],
  "PUT /api/documents/:documentId/redactions/:redactionId/confirmation": [
    {
      ...{ path: `${proposal}/confirmation`, before: isProposed },
      ...{ who: "C", answer: nothingThere, seen: "P W N O F R J" },
    },
  ],
  "PUT /api/documents/:documentId/redactions/:redactionId/rejection": [
    {
      ...{ path: `${proposal}/rejection`, json: { reason: "Bukan data pribadi." } },
      ...{ before: isProposed, who: "C", answer: 204, seen: "P W N O F R J" },
    },
  ],
  "DELETE /api/documents/:documentId/redactions/:redactionId": [
    { path: proposal, before: isProposed, who: "F", answer: 204, seen: "P W N O C R J" },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
