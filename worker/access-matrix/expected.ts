import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { attendanceRows } from "./attendance.ts";
import { enteringRows } from "./entering.ts";
import { evidenceRows } from "./evidence.ts";
import { forumsRows } from "./forums.ts";
import { historyRows } from "./history.ts";
import { letterheadRows } from "./letterhead.ts";
import { liveRows } from "./live.ts";
import { minutesRows } from "./minutes.ts";
import { modulesRows } from "./modules.ts";
import { outcomesRows } from "./outcomes.ts";
import { peopleRows } from "./people.ts";
import { practiceRows } from "./practice.ts";
import { prepareRows } from "./prepare.ts";
import { problemRows } from "./problems.ts";
import { publicationRows } from "./publications.ts";
import { redactionRows } from "./redactions.ts";
import { registerRows } from "./register.ts";
import { searchRows } from "./search.ts";
import { sharingRows } from "./sharing.ts";
import { signingRows } from "./signing.ts";
import { surveyRows } from "./survey.ts";
import { threadsRows } from "./threads.ts";

/** Every route: a new one is a type error until it stands in one of these. */
export const expected: Record<RouteName, Expected[]> = {
  ...enteringRows,
  ...peopleRows,
  ...forumsRows,
  ...minutesRows,
  ...historyRows,
  ...liveRows,
  ...letterheadRows,
  ...prepareRows,
  ...practiceRows,
  ...sharingRows,
  ...registerRows,
  ...attendanceRows,
  ...threadsRows,
  ...signingRows,
  ...publicationRows,
  ...redactionRows,
  ...surveyRows,
  ...problemRows,
  ...modulesRows,
  ...outcomesRows,
  ...evidenceRows,
  "GET /api/openapi.json": [{ path: "/api/openapi.json", who: "*" }],
  // Nobody comes in as a person, with whatever role; what keys open is tested by itself.
  "GET /api/v1/forums": [{ path: "/api/v1/forums", who: "*", answer: 401 }],
  "GET /api/v1/agreements": [{ path: "/api/v1/agreements", who: "*", answer: 401 }],
  "GET /api/v1/follow-ups": [{ path: "/api/v1/follow-ups", who: "*", answer: 401 }],
  "GET /api/v1/documents": [{ path: "/api/v1/documents", who: "*", answer: 401 }],
  "GET /api/v1/numbers": [{ path: "/api/v1/numbers", who: "*", answer: 401 }],
  "GET /api/keys": [{ path: "/api/keys", who: "C" }],
  "POST /api/keys": [
    {
      path: "/api/keys",
      json: { id: "6f6c3f0e-6a53-4c5c-9a0e-0d7f2f6f0a01", name: "Dinas", scopes: [], days: 1 },
      who: "C",
      answer: 422,
    },
  ],
  "DELETE /api/keys/:keyId": [{ path: "/api/keys/none", who: "" }],
  "GET /api/keys/:keyId/uses": [{ path: "/api/keys/none/uses", who: "C" }],
  ...searchRows,
};
