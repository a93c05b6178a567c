import { env } from "cloudflare:workers";
import type { DocumentStatus, ForumStatus } from "../../domain/statuses.ts";
import { openDatabase } from "../db/open.ts";
import {
  agendaItems,
  districts,
  documents,
  forumMembers,
  forums,
  forumVillages,
  people,
  roles,
  villages,
} from "../db/schema.ts";

const here = "99.01.01";
const elsewhere = "99.01.02";
const dayMs = 24 * 60 * 60_000;

/** When the forum in session of the test world begins. */
export const sessionStartsAt = Date.UTC(2026, 10, 23, 2);

/**
 * Two districts. In the first a forum in session (Desa Contoh A and B are invited, C is not), one
 * planned and two past ones; in the second a forum of its own. Everybody's id says who they are.
 */
export async function buildWorld(): Promise<void> {
  const db = openDatabase(env);
  await db.batch([
    db.insert(districts).values([
      { id: here, name: "Kecamatan Contoh", regency: "Kabupaten Contoh" },
      { id: elsewhere, name: "Kecamatan Lain", regency: "Kabupaten Contoh" },
    ]),
    db.insert(villages).values([
      { id: "village-a", districtId: here, name: "Desa Contoh A", colour: 0 },
      { id: "village-b", districtId: here, name: "Desa Contoh B", colour: 1 },
      { id: "village-c", districtId: here, name: "Desa Contoh C", colour: 2 },
      { id: "village-d", districtId: elsewhere, name: "Desa Contoh D", colour: 3 },
    ]),
    db
      .insert(people)
      .values([
        villager("participant-a", "village-a", here),
        villager("representative-a", "village-a", here),
        villager("participant-b", "village-b", here),
        villager("villager-c", "village-c", here),
        villager("villager-d", "village-d", elsewhere),
        { ...villager("demo-a", "village-a", here), isDemo: true },
        official("minute-taker", here),
        official("observer", here),
        official("facilitator", here),
        official("camat", here),
        official("reviewer", here),
        official("inspector", here),
        official("facilitator-elsewhere", elsewhere),
      ]),
    db.insert(roles).values([
      { personId: "facilitator", districtId: here, role: "facilitator" },
      { personId: "camat", districtId: here, role: "camat" },
      { personId: "reviewer", districtId: here, role: "reviewer" },
      { personId: "inspector", districtId: here, role: "inspectorate" },
      { personId: "facilitator-elsewhere", districtId: elsewhere, role: "facilitator" },
    ]),
    db
      .insert(forums)
      .values([
        forum("forum-ended-first", here, "ended", -90),
        forum("forum-planned", here, "planned", 30),
        forum("forum-in-session", here, "inSession", 0),
        forum("forum-ended-last", here, "ended", -30),
        forum("forum-elsewhere", elsewhere, "inSession", 0),
      ]),
    db.insert(forumVillages).values([
      // Inserted against their order, which `position` alone decides.
      { forumId: "forum-in-session", villageId: "village-b", position: 1 },
      { forumId: "forum-in-session", villageId: "village-a", position: 0 },
      { forumId: "forum-elsewhere", villageId: "village-d", position: 0 },
    ]),
    db.insert(forumMembers).values([
      { forumId: "forum-in-session", personId: "participant-a", role: "participant" },
      { forumId: "forum-in-session", personId: "representative-a", role: "participant" },
      { forumId: "forum-in-session", personId: "representative-a", role: "representative" },
      { forumId: "forum-in-session", personId: "participant-b", role: "participant" },
      { forumId: "forum-in-session", personId: "demo-a", role: "participant" },
      { forumId: "forum-in-session", personId: "minute-taker", role: "minuteTaker" },
      { forumId: "forum-in-session", personId: "observer", role: "observer" },
      { forumId: "forum-ended-last", personId: "participant-a", role: "participant" },
      { forumId: "forum-elsewhere", personId: "villager-d", role: "participant" },
    ]),
    db
      .insert(agendaItems)
      .values([agendaItem("agenda-case", 1, "case"), agendaItem("agenda-opening", 0, "opening")]),
    db
      .insert(documents)
      .values([
        document("case-open", "forum-in-session", "open"),
        document("case-draft", "forum-in-session", "draft"),
        document("case-drafted", "forum-in-session", "drafted"),
        document("case-submitted", "forum-in-session", "submitted"),
        document("case-elsewhere", "forum-elsewhere", "open"),
      ]),
  ]);
}

function villager(id: string, villageId: string, districtId: string) {
  return {
    id,
    districtId,
    name: `Warga ${id}`,
    position: "Kaur Keuangan",
    villageId,
    createdAt: 0,
  };
}

function official(id: string, districtId: string) {
  const office = "Kecamatan Contoh";
  return { id, districtId, name: `Pejabat ${id}`, position: "Kepala Seksi", office, createdAt: 0 };
}

function forum(id: string, districtId: string, status: ForumStatus, inDays: number) {
  const startsAt = sessionStartsAt + inDays * dayMs;
  return {
    id,
    districtId,
    title: `Forum ${id}`,
    theme: "planning",
    stage: "trial",
    status,
    startsAt,
    endsAt: startsAt + dayMs / 6,
    place: "Balai Desa Contoh A",
    createdAt: 0,
  } as const;
}

function agendaItem(id: string, position: number, kind: "case" | "opening") {
  const forumId = "forum-in-session";
  return { id, forumId, position, kind, title: `Acara ${id}`, durationMinutes: 30 };
}

function document(id: string, forumId: string, status: DocumentStatus) {
  return {
    id,
    forumId,
    kind: "case",
    title: `Kasus ${id}`,
    theme: "planning",
    fiscalYear: 2027,
    status,
    proposedByVillageId: forumId === "forum-in-session" ? "village-a" : null,
    proposedByPersonId: forumId === "forum-in-session" ? "participant-a" : null,
    createdAt: 0,
  } as const;
}
