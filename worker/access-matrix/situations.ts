import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import type { DocumentStatus, ForumStatus } from "../../domain/statuses.ts";
import { openDatabase } from "../db/open.ts";
import {
  documents,
  forumMembers,
  forums,
  people,
  roles,
  sessions,
  waitingDevices,
} from "../db/schema.ts";
import type { Expected } from "./askers.ts";

export const db = openDatabase(env);

export const documentIs = (status: DocumentStatus) => () =>
  db.update(documents).set({ status }).where(eq(documents.id, "case-open"));

export const forumIs = (status: ForumStatus) => () =>
  db.update(forums).set({ status }).where(eq(forums.id, "forum-in-session"));

export const here = "99.01.01";

export const somebody = { districtId: here, name: "Warga", position: "Kaur", createdAt: 0 };

export const somebodyComes = () =>
  db
    .insert(people)
    .values({ id: "newcomer", ...somebody, villageId: "village-c" })
    .onConflictDoUpdate({ target: people.id, set: { removedAt: null } });

export const somebodyKeeps = () =>
  db.batch([
    db
      .insert(people)
      .values({ id: "minute-keeper", ...somebody, office: "Kecamatan Contoh" })
      .onConflictDoNothing(),
    db
      .insert(forumMembers)
      .values({ forumId: "forum-planned", personId: "minute-keeper", role: "minuteTaker" })
      .onConflictDoNothing(),
  ]);

/** What earlier requests made of them is undone before each. */
export const villagerIsNobody = () =>
  db.batch([
    db.delete(forumMembers).where(eq(forumMembers.personId, "villager-c")),
    db.delete(roles).where(eq(roles.personId, "villager-c")),
  ]);

export const villagerIsMember = () =>
  db
    .insert(forumMembers)
    .values({ forumId: "forum-in-session", personId: "villager-c", role: "participant" })
    .onConflictDoNothing();

export const line = {
  name: "Warga Baru",
  position: "Kaur",
  village: "Desa Contoh C",
  office: "",
  phone: "",
};

/** So that the same person can be brought in anew. */
export const forgetNewcomer = () =>
  db.update(people).set({ personKey: null, name: sql`id` }).where(eq(people.name, line.name));

export const somebodyWaits = async () => {
  await villagerIsMember();
  await db.delete(sessions).where(eq(sessions.personId, "villager-c"));
  await db.delete(waitingDevices);
  await db.insert(waitingDevices).values({
    secretHash: "secret",
    id: "claim",
    kind: "claim",
    forumId: "forum-in-session",
    villageId: "village-c",
    saidName: "Warga",
    createdAt: Date.now(),
    expiresAt: Date.now() + 60_000,
  });
};

export const newcomer = (districtRole: string | null) => ({ ...line, place: null, districtRole });

export const newcomers = { rows: [{ ...line, line: 1 }], place: null };

export const everybodySignedIn = "P W N O F C R I J V D E";

export const seesDrafts = "P W N O F C";

export const seesDrafted = "P W N O F C R J";

/** For whoever is signed in, and their own things alone. */
export function own(path: string, answer: number, json?: unknown): Expected[] {
  return [{ path, who: everybodySignedIn, answer, ...(json === undefined ? {} : { json }) }];
}

export function hosts(
  path: string,
  answer: number,
  json?: unknown,
  before?: Expected["before"],
  seen = "P W N O R J",
): Expected[] {
  return [
    {
      ...{ path, who: "F C", answer, seen },
      ...(json === undefined ? {} : { json }),
      ...(before ? { before } : {}),
    },
  ];
}

/** Done to somebody from a village, and to a minute-taker, whom the camat alone looks after. */
export function onPerson(under: string, answer: number, json?: unknown): Expected[] {
  const asked = { answer, ...(json === undefined ? {} : { json }) };
  return [
    { when: "of a village", path: `/api/people/villager-c${under}`, who: "F C", ...asked },
    {
      when: "minute-taker",
      path: `/api/people/minute-keeper${under}`,
      before: somebodyKeeps,
      who: "C",
      seen: "F",
      ...asked,
    },
    { when: "elsewhere", path: `/api/people/villager-d${under}`, who: "E", ...asked },
  ];
}

export function byStatus(path: string): Expected[] {
  const who: [DocumentStatus, string][] = [
    ["draft", seesDrafts],
    ["open", seesDrafts],
    ["drafted", seesDrafted],
    ["submitted", seesDrafted],
    ["returned", seesDrafted],
    ["signed", seesDrafted],
    ["published", seesDrafted],
    ["withdrawn", seesDrafts],
  ];
  return who.map(([status, letters]) => ({
    when: status,
    path,
    before: documentIs(status),
    who: letters,
  }));
}
