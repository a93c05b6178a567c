import { eq } from "drizzle-orm";
import { agendaItems, forumVillages } from "../db/schema.ts";
import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { db, forgetNewcomer, hosts, line } from "./situations.ts";

const newForum = {
  title: "Forum baru",
  theme: "planning",
  stage: "regular",
  startsAt: Date.now() + 86_400_000,
  endsAt: Date.now() + 90_000_000,
  place: "Pendopo",
};

const agendaItem = { title: "Mata acara", kind: "practice", durationMinutes: 20 };

const itemStands = () =>
  db.batch([
    db.delete(agendaItems).where(eq(agendaItems.title, agendaItem.title)),
    db.delete(agendaItems).where(eq(agendaItems.id, "item")),
    db.insert(agendaItems).values({
      ...agendaItem,
      kind: "practice",
      id: "item",
      forumId: "forum-planned",
      position: 0,
    }),
  ]);

const villageIsInvited = () =>
  db
    .insert(forumVillages)
    .values({ forumId: "forum-planned", villageId: "village-c", position: 0 })
    .onConflictDoNothing();

/** For who sets a forum up; `seen` are those who see it and may not. */

export const prepareRows = {
  "POST /api/forums": [
    {
      path: "/api/forums",
      json: newForum,
      who: "F C E",
      answer: 201,
      seen: "P W N O R I J V D",
    },
  ],
  "PATCH /api/forums/:forumId": hosts("/api/forums/forum-in-session", 204, {
    changes: { place: "Balai Desa Contoh A" },
    basedOn: { place: "Balai Desa Contoh A" },
  }),
  "POST /api/forums/:forumId/agenda": [
    {
      path: "/api/forums/forum-in-session/agenda",
      json: { ...agendaItem, documentIds: [] },
      before: itemStands,
      who: "F C",
      answer: 201,
      seen: "P W N O R J",
    },
  ],
  "PUT /api/forums/:forumId/agenda": hosts(
    "/api/forums/forum-planned/agenda",
    204,
    {
      itemIds: ["item"],
      basedOn: ["item"],
    },
    itemStands,
    "",
  ),
  "PATCH /api/forums/:forumId/agenda/:itemId": hosts(
    "/api/forums/forum-planned/agenda/item",
    204,
    { changes: agendaItem, basedOn: {} },
    itemStands,
    "",
  ),
  "DELETE /api/forums/:forumId/agenda/:itemId": hosts(
    "/api/forums/forum-planned/agenda/item",
    204,
    undefined,
    itemStands,
    "",
  ),
  "POST /api/forums/:forumId/villages": hosts("/api/forums/forum-in-session/villages", 204, {
    villageIds: ["village-a"],
  }),
  "PUT /api/forums/:forumId/villages": hosts(
    "/api/forums/forum-planned/villages",
    204,
    { villageIds: ["village-c"], basedOn: ["village-c"] },
    villageIsInvited,
    "",
  ),
  "DELETE /api/forums/:forumId/villages/:villageId": hosts(
    "/api/forums/forum-planned/villages/village-c",
    204,
    undefined,
    villageIsInvited,
    "",
  ),
  "POST /api/forums/:forumId/guests": [
    {
      path: "/api/forums/forum-in-session/guests",
      json: { ...line, office: "Universitas Contoh", role: "observer", sector: "academia" },
      before: forgetNewcomer,
      who: "F C",
      answer: 201,
    },
  ],
  "PUT /api/forums/:forumId/guests/:personId": [
    {
      path: "/api/forums/forum-in-session/guests/observer",
      json: { role: "observer", sector: "media" },
      who: "F C",
      answer: 204,
    },
    {
      when: "somebody of a village",
      path: "/api/forums/forum-in-session/guests/villager-c",
      json: { role: "observer", sector: "media" },
      who: "",
    },
  ],
  "POST /api/forums/:forumId/cases": [
    {
      path: "/api/forums/forum-in-session/cases",
      json: { title: "Kasus baru", theme: "tax", fiscalYear: 2027, isUnnamed: false },
      who: "P W",
      answer: 201,
      seen: "N O F C R J",
    },
  ],
  "PUT /api/forums/:forumId/cases": hosts(
    "/api/forums/forum-ended-last/cases",
    409,
    {
      documentIds: ["unknown"],
      basedOn: ["unknown"],
    },
    undefined,
    "",
  ),
} satisfies Partial<Record<RouteName, Expected[]>>;
