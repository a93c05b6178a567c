import { outcomes, outcomeVillages } from "../db/outcome-schema.ts";
import type { RouteName } from "../route-access.ts";
import { addOutcome } from "../testing/outcomes.ts";
import type { Expected } from "./askers.ts";
import { byStatus, db, documentIs, own } from "./situations.ts";

/** The case is Selesai disusun, and its sheet is written. */
const outcomeStands = async () => {
  await documentIs("drafted")();
  await addOutcome("case-open");
};

const nothingIsWritten = async () => {
  await documentIs("drafted")();
  await db.delete(outcomeVillages);
  await db.delete(outcomes);
};

const words = { learnt: "Kurangi belanja rapat.", agreement: null, decision: "", basedOn: null };

export const outcomesRows = {
  "GET /api/outcomes": own("/api/outcomes", 200),
  "GET /api/home/waiting": own("/api/home/waiting", 200),
  "GET /api/outcomes/:documentId": byStatus("/api/outcomes/case-open"),
  "PUT /api/outcomes/:documentId": [
    {
      path: "/api/outcomes/case-open",
      json: words,
      before: nothingIsWritten,
      who: "N F",
      answer: 204,
      seen: "P W O C R J",
    },
    {
      when: "the case is still being written",
      path: "/api/outcomes/case-open",
      json: words,
      before: documentIs("open"),
      who: "N F",
      answer: 409,
      seen: "P W O C",
    },
  ],
  "PUT /api/outcomes/:documentId/result": [
    {
      path: "/api/outcomes/case-open/result",
      json: { result: "Dua desa berhasil." },
      before: outcomeStands,
      who: "N F",
      answer: 204,
      seen: "P W O C R J",
    },
  ],
  "PUT /api/outcomes/:documentId/application": [
    {
      path: "/api/outcomes/case-open/application",
      json: {},
      before: outcomeStands,
      who: "P W",
      answer: 204,
      seen: "N O F C R J",
    },
    {
      when: "nothing is written",
      path: "/api/outcomes/case-open/application",
      json: {},
      before: nothingIsWritten,
      who: "P W",
      answer: 409,
      seen: "N O F C R J",
    },
  ],
  "DELETE /api/outcomes/:documentId/application": [
    {
      path: "/api/outcomes/case-open/application",
      before: outcomeStands,
      who: "P W",
      answer: 204,
      seen: "N O F C R J",
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
