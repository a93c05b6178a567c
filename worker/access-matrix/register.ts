import { carriedFollowUps } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import { addFollowUp, forgetFollowUps } from "../testing/follow-ups.ts";
import type { Expected } from "./askers.ts";
import { byStatus, db, documentIs, forumIs, own, seesDrafted } from "./situations.ts";

/** Of village B, in the open case of the forum in session. */
const somethingIsPromised = async () => {
  await documentIs("open")();
  await forgetFollowUps();
  await addFollowUp("promise", { villageId: "village-b", dueDate: "2027-01-31" });
};

const somethingReturned = async () => {
  await forumIs("inSession")();
  await forgetFollowUps();
  await addFollowUp("promise");
  await db.insert(carriedFollowUps).values({
    forumId: "forum-in-session",
    followUpId: "promise",
    carriedAt: 0,
  });
};

export const registerRows = {
  "GET /api/forums/:forumId/register": [
    { path: "/api/forums/forum-in-session/register", who: seesDrafted },
    { when: "nothing is far enough", path: "/api/forums/forum-planned/register", who: "F C" },
  ],
  "GET /api/forums/:forumId/carried-follow-ups": [
    { path: "/api/forums/forum-in-session/carried-follow-ups", who: seesDrafted },
  ],
  "POST /api/forums/:forumId/carried-follow-ups": [
    {
      path: "/api/forums/forum-in-session/carried-follow-ups",
      json: {},
      before: forumIs("inSession"),
      who: "F C",
      seen: "P W N O R J",
    },
  ],
  "DELETE /api/forums/:forumId/carried-follow-ups/:followUpId": [
    {
      path: "/api/forums/forum-in-session/carried-follow-ups/promise",
      before: somethingReturned,
      who: "F C",
      answer: 204,
      seen: "P W N O R J",
    },
  ],
  "GET /api/follow-ups": own("/api/follow-ups", 200),
  "GET /api/follow-ups/reminders": own("/api/follow-ups/reminders", 200),
  "GET /api/villages/:villageId/follow-ups": [
    { path: "/api/villages/village-b/follow-ups", who: "P F C" },
    { when: "elsewhere", path: "/api/villages/village-d/follow-ups", who: "D E" },
  ],
  "PUT /api/follow-ups/:followUpId/status": [
    {
      path: "/api/follow-ups/promise/status",
      json: { status: "done" },
      before: somethingIsPromised,
      who: "P F",
      answer: 204,
      seen: "W N O C",
    },
  ],
  "POST /api/follow-ups/:followUpId/reports": [
    {
      path: "/api/follow-ups/promise/reports",
      json: { text: "Sudah dibahas." },
      before: somethingIsPromised,
      who: "P F",
      answer: 204,
      seen: "W N O C",
    },
  ],
  "POST /api/follow-ups/:followUpId/postponement": [
    {
      path: "/api/follow-ups/promise/postponement",
      json: { dueDate: "2027-02-28", reason: "Menunggu peraturan." },
      before: somethingIsPromised,
      who: "F",
      answer: 204,
      seen: "P W N O C",
    },
  ],
  "GET /api/documents/:documentId/register-statuses": byStatus(
    "/api/documents/case-open/register-statuses",
  ),
} satisfies Partial<Record<RouteName, Expected[]>>;
