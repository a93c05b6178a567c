import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { forgetNewcomer, newcomer, newcomers, onPerson, somebodyComes } from "./situations.ts";

export const peopleRows = {
  "GET /api/people": [{ path: "/api/people", who: "F C E" }],
  "POST /api/people": [
    {
      path: "/api/people",
      json: newcomer(null),
      before: forgetNewcomer,
      who: "F C",
      answer: 201,
      also: { E: 422 },
    },
    {
      when: "as a facilitator",
      path: "/api/people",
      json: { ...newcomer("facilitator"), village: "", office: "Kecamatan" },
      before: forgetNewcomer,
      who: "C",
      answer: 201,
      seen: "F E",
    },
  ],
  "POST /api/people/preview": [
    { path: "/api/people/preview", json: newcomers, before: forgetNewcomer, who: "F C E" },
  ],
  "POST /api/people/import": [
    {
      path: "/api/people/import",
      json: newcomers,
      before: forgetNewcomer,
      who: "F C",
      also: { E: 409 },
    },
  ],
  "POST /api/people/links": [
    {
      path: "/api/people/links",
      json: { personIds: ["villager-c"], forumId: null },
      who: "F C",
    },
    {
      when: "of a minute-taker",
      path: "/api/people/links",
      json: { personIds: ["minute-taker"], forumId: null },
      who: "C",
      seen: "F",
    },
  ],
  "DELETE /api/people/:personId/links": onPerson("/links", 204),
  "GET /api/people/:personId": onPerson("", 200),
  "PATCH /api/people/:personId": onPerson("", 204, {
    name: "Warga",
    position: "Kaur",
    phone: "",
  }),
  "DELETE /api/people/:personId": [
    {
      path: "/api/people/newcomer",
      before: somebodyComes,
      who: "F C",
      answer: 204,
    },
  ],
  "POST /api/people/:personId/code": onPerson("/code", 200),
  "PUT /api/people/:personId/roles/:role": [
    { path: "/api/people/villager-c/roles/facilitator", who: "C", answer: 204, seen: "F E" },
  ],
  "DELETE /api/people/:personId/roles/:role": [
    { path: "/api/people/villager-c/roles/facilitator", who: "C", answer: 204, seen: "F E" },
  ],
  "GET /api/settings": [{ path: "/api/settings", who: "C" }],
  "PUT /api/settings": [
    {
      path: "/api/settings",
      json: {
        inspectorateSees: false,
        privacyContact: null,
        privacyBasis: null,
        retentionYears: null,
      },
      who: "C",
      answer: 204,
    },
  ],
  "GET /api/audit": [{ path: "/api/audit", who: "F C R E" }],
  "GET /api/audit/choices": [{ path: "/api/audit/choices", who: "F C R E" }],
  "GET /api/audit/check": [{ path: "/api/audit/check", who: "C R" }],
  "POST /api/audit.csv": [{ path: "/api/audit.csv", who: "F C R E" }],
} satisfies Partial<Record<RouteName, Expected[]>>;
