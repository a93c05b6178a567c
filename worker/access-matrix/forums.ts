import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import {
  byStatus,
  documentIs,
  forumIs,
  hosts,
  seesDrafted,
  somebodyWaits,
  villagerIsMember,
} from "./situations.ts";

export const forumsRows = {
  "GET /api/forums/:forumId": [
    { path: "/api/forums/forum-in-session", who: seesDrafted },
    { when: "nothing is far enough", path: "/api/forums/forum-planned", who: "F C" },
  ],
  "POST /api/forums/:forumId/export": [
    { path: "/api/forums/forum-in-session/export", who: "F C R", seen: "P W N O J" },
    { when: "nothing is far enough", path: "/api/forums/forum-planned/export", who: "F C" },
  ],
  "PUT /api/forums/:forumId/status": [
    {
      path: "/api/forums/forum-in-session/status",
      json: { to: "ended" },
      before: forumIs("inSession"),
      who: "F",
      answer: 204,
      seen: "P W N O C R J",
    },
  ],
  "PUT /api/forums/:forumId/members/:personId": [
    {
      when: "as a participant",
      path: "/api/forums/forum-in-session/members/villager-c",
      json: { roles: ["participant"] },
      who: "F C",
      answer: 204,
    },
    {
      when: "as the minute-taker",
      path: "/api/forums/forum-in-session/members/villager-c",
      json: { roles: ["minuteTaker"] },
      who: "C",
      answer: 204,
      seen: "F",
    },
    {
      when: "somebody of another district",
      path: "/api/forums/forum-in-session/members/villager-d",
      json: { roles: ["participant"] },
      who: "",
    },
  ],
  "DELETE /api/forums/:forumId/members/:personId": [
    {
      path: "/api/forums/forum-in-session/members/villager-c",
      before: villagerIsMember,
      who: "F C",
      answer: 204,
    },
  ],
  "GET /api/forums/:forumId/door": hosts("/api/forums/forum-in-session/door", 200),
  "POST /api/forums/:forumId/door": hosts("/api/forums/forum-in-session/door", 200),
  "DELETE /api/forums/:forumId/door": hosts("/api/forums/forum-in-session/door", 204),
  "POST /api/forums/:forumId/door/claims/:claimId/confirmation": [
    {
      path: "/api/forums/forum-in-session/door/claims/claim/confirmation",
      json: { personId: "villager-c" },
      before: somebodyWaits,
      who: "F C",
      answer: 204,
      seen: "P W N O R J V",
    },
  ],
  "POST /api/forums/:forumId/door/claims/:claimId/refusal": [
    {
      path: "/api/forums/forum-in-session/door/claims/claim/refusal",
      before: somebodyWaits,
      who: "F C",
      answer: 204,
      seen: "P W N O R J V",
    },
  ],
  "GET /api/documents/:documentId": byStatus("/api/documents/case-open"),
  "GET /api/documents/:documentId/reading": byStatus("/api/documents/case-open/reading"),
  "PUT /api/documents/:documentId/status": [
    {
      when: "it goes on",
      path: "/api/documents/case-open/status",
      json: { to: "drafted" },
      before: documentIs("open"),
      who: "F",
      answer: 204,
      seen: "P W N O C",
    },
    {
      when: "it is withdrawn",
      path: "/api/documents/case-open/status",
      json: { to: "withdrawn" },
      before: documentIs("drafted"),
      who: "W F C",
      answer: 204,
      seen: "P N O R J",
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
