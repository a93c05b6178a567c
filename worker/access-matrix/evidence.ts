import { env } from "cloudflare:workers";
import {
  evidenceFiles,
  evidenceIndicators,
  evidenceProofs,
  forumEvaluations,
  forumEvaluators,
  programStageDays,
} from "../db/evidence-schema.ts";
import { attendance } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { db, forumIs, here, own, seesDrafted } from "./situations.ts";

const wording = {
  number: "5",
  name: "Bimtek inovasi",
  level3: "lebih dari 2 kali",
  level2: "2 kali",
  level1: "1 kali",
  proof: "undangan",
  systemNumber: null,
};

const listStands = async () => {
  await db.delete(evidenceIndicators);
  await db
    .insert(evidenceIndicators)
    .values({ ...wording, id: "indicator", districtId: here, position: 0 });
};

const indicatorIsOff = async () => {
  await listStands();
  await db.update(evidenceIndicators).set({ removedAt: 1 });
};

const evidenceLiesThere = async () => {
  const row = {
    districtId: here,
    subjectKind: "stage",
    subjectId: "needs",
    addedByPersonId: "facilitator",
    createdAt: 0,
  } as const;
  await db
    .insert(evidenceProofs)
    .values({ ...row, id: "proof", kind: "words", words: "Surat camat" })
    .onConflictDoUpdate({ target: evidenceProofs.id, set: { removedAt: null } });
  const file = { name: "sk.pdf", contentType: "application/pdf", sizeBytes: 5, sha256: "" };
  await db
    .insert(evidenceFiles)
    .values({ ...row, ...file, id: "sk-file" })
    .onConflictDoUpdate({ target: evidenceFiles.id, set: { removedAt: null } });
  await env.FILES?.put("sk-file", "%PDF-");
};

const forumIsOver = async () => {
  await forumIs("ended")();
  await db.batch([db.delete(forumEvaluators), db.delete(forumEvaluations)]);
  await db
    .insert(attendance)
    .values(
      ["participant-b", "representative-a", "facilitator"].map((personId) => ({
        ...{ forumId: "forum-in-session", personId, status: "present" as const },
        ...{ at: 0, markedByPersonId: personId },
      })),
    )
    .onConflictDoUpdate({
      target: [attendance.forumId, attendance.personId],
      set: { status: "present" },
    });
};

const period = { from: "2026-01-01", to: "2026-12-31" };
const query = new URLSearchParams(period);

/** A facilitator elsewhere has evidence of their own. */
const readers = "F C R E";

const noDays = { plannedOn: null, begunOn: null, doneOn: null };

/** Of this district's facilitators alone. */
const edited = (path: string, answer: number, before: Expected["before"], json?: unknown) => [
  {
    ...{ path, who: "F", answer, seen: "C R", also: { E: 404 } },
    ...(before ? { before } : {}),
    ...(json === undefined ? {} : { json }),
  },
];

export const evidenceRows = {
  "GET /api/forums/:forumId/evaluation": [
    { path: "/api/forums/forum-in-session/evaluation", who: seesDrafted },
  ],
  "PUT /api/forums/:forumId/evaluation": [
    {
      path: "/api/forums/forum-in-session/evaluation",
      json: { score: 4, words: "" },
      before: forumIsOver,
      who: "P W F",
      answer: 204,
      seen: "N O C R J",
    },
  ],
  "GET /api/program/stages": own("/api/program/stages", 200),
  "PUT /api/program/stages/:stage": [
    {
      path: "/api/program/stages/needs",
      json: { days: { ...noDays, plannedOn: "2026-01-05" }, basedOn: noDays },
      before: () => db.delete(programStageDays),
      who: "F E",
      answer: 204,
      seen: "C R",
    },
  ],
  "GET /api/evidence": [{ path: "/api/evidence", before: listStands, who: readers }],
  "GET /api/evidence/changes": [{ path: "/api/evidence/changes", who: readers }],
  "GET /api/evidence/numbers": [{ path: `/api/evidence/numbers?${query}`, who: readers }],
  "GET /api/evidence/numbers/:number": [
    { path: `/api/evidence/numbers/forums?${query}`, who: readers },
    {
      when: "a number that there is not",
      path: `/api/evidence/numbers/sums?${query}`,
      who: "",
    },
  ],
  "POST /api/evidence/export": [{ path: "/api/evidence/export", json: period, who: readers }],
  "POST /api/evidence/indicators": [
    {
      path: "/api/evidence/indicators",
      json: wording,
      before: listStands,
      who: "F E",
      answer: 201,
      seen: "C R",
    },
  ],
  "PUT /api/evidence/indicators": [
    {
      path: "/api/evidence/indicators",
      json: { ids: ["indicator"], basedOn: ["indicator"] },
      before: listStands,
      who: "F",
      answer: 204,
      seen: "C R",
      // Theirs is another list.
      also: { E: 409 },
    },
  ],
  "PATCH /api/evidence/indicators/:indicatorId": edited(
    "/api/evidence/indicators/indicator",
    204,
    listStands,
    { changes: { level: 2 }, basedOn: { level: null } },
  ),
  "DELETE /api/evidence/indicators/:indicatorId": edited(
    "/api/evidence/indicators/indicator",
    204,
    listStands,
  ),
  "PUT /api/evidence/indicators/:indicatorId/restoration": edited(
    "/api/evidence/indicators/indicator/restoration",
    204,
    indicatorIsOff,
  ),
  "POST /api/evidence/proofs": [
    {
      path: "/api/evidence/proofs",
      json: { subjectKind: "stage", subjectId: "needs", kind: "words", words: "Surat camat" },
      // So that the stage never has too many.
      before: () => db.delete(evidenceProofs),
      who: "F E",
      answer: 201,
      seen: "C R",
    },
  ],
  "DELETE /api/evidence/proofs/:proofId": edited(
    "/api/evidence/proofs/proof",
    204,
    evidenceLiesThere,
  ),
  "POST /api/evidence/files": [
    {
      when: "something that is no file",
      path: "/api/evidence/files?subjectKind=stage&subjectId=needs",
      json: {},
      who: "F E",
      answer: 422,
      seen: "C R",
    },
  ],
  "GET /api/evidence/files/:fileId": [
    { path: "/api/evidence/files/sk-file", before: evidenceLiesThere, who: "F C R" },
  ],
  "DELETE /api/evidence/files/:fileId": edited(
    "/api/evidence/files/sk-file",
    204,
    evidenceLiesThere,
  ),
} satisfies Partial<Record<RouteName, Expected[]>>;
