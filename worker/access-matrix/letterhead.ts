import { env } from "cloudflare:workers";
import { letterheads } from "../db/letterhead-schema.ts";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { db, seesDrafted } from "./situations.ts";

const lines = { government: "", office: "", address: "Jalan Contoh 1", contact: "" };

const withEmblem = async () => {
  const row = {
    ...{ districtId: "99.01.01", emblemId: "emblem", emblemType: "image/png", emblemBytes: 5 },
    ...{ emblemSha256: "0", revision: 1, changedAt: 0 },
  };
  await db
    .insert(letterheads)
    .values(row)
    .onConflictDoUpdate({ target: letterheads.districtId, set: row });
  await env.FILES?.put("emblem", "12345");
};

const unwritten = () => db.delete(letterheads);

export const letterheadRows = {
  "GET /api/letterhead": [{ path: "/api/letterhead", who: "C" }],
  "PUT /api/letterhead": [
    {
      path: "/api/letterhead",
      json: { lines, basedOn: 0 },
      before: unwritten,
      who: "C",
      answer: 204,
    },
  ],
  "GET /api/letterhead/emblem": [{ path: "/api/letterhead/emblem", before: withEmblem, who: "C" }],
  "PUT /api/letterhead/emblem": [
    {
      when: "something that is no picture",
      path: "/api/letterhead/emblem?basedOn=0",
      json: {},
      before: unwritten,
      who: "C",
      answer: 422,
    },
  ],
  "DELETE /api/letterhead/emblem": [
    {
      path: "/api/letterhead/emblem?basedOn=1",
      before: withEmblem,
      who: "C",
      answer: 204,
    },
  ],
  "GET /api/forums/:forumId/letterhead": [
    { path: "/api/forums/forum-in-session/letterhead", who: seesDrafted },
    { when: "nothing is far enough", path: "/api/forums/forum-planned/letterhead", who: "F C" },
  ],
  "GET /api/forums/:forumId/letterhead/emblem": [
    {
      path: "/api/forums/forum-in-session/letterhead/emblem",
      before: withEmblem,
      who: seesDrafted,
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
