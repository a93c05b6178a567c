import { env } from "cloudflare:workers";
import { eq, sql } from "drizzle-orm";
import type { DocumentStatus, ForumStatus } from "../domain/statuses.ts";
import { openDatabase } from "./db/open.ts";
import {
  documents,
  forumMembers,
  forums,
  people,
  roles,
  sessions,
  waitingDevices,
} from "./db/schema.ts";
import type { RouteName } from "./route-access.ts";

/**
 * Who asks, in the test world's forum in session. `J` is the Inspektorat where the camat's setting
 * lets it look. `V` is a villager who was not invited, `D` one of another district, `E` the
 * facilitator of another district, `X` somebody who was removed, `-` nobody signed in.
 */
export const askers = {
  P: "participant-b",
  W: "representative-a",
  N: "minute-taker",
  O: "observer",
  F: "facilitator",
  C: "camat",
  R: "reviewer",
  I: "inspector",
  J: "inspector",
  V: "villager-c",
  D: "villager-d",
  E: "facilitator-elsewhere",
  X: "removed",
  "-": null,
} as const satisfies Record<string, string | null>;

export type Asker = keyof typeof askers;

/**
 * One request, and who is answered, written by hand. A new route is a type error until it stands in
 * `expected`; several situations of one route are several requests.
 */
export interface Expected {
  when?: string;
  path: string;
  json?: unknown;
  /** Puts the world into the state that the request is made in, before each asker. */
  before?: () => Promise<unknown>;
  /** Letters of `askers`: they get `answer`. `*` is everybody, signed in or not. */
  who: string;
  /** With which status; 200 where nothing else is said. */
  answer?: number;
  /** Who is heard too, and refused for another reason: that village is not of their district. */
  also?: Partial<Record<Asker, number>>;
  /** Letters of those who see the thing and may not do this: 403. */
  seen?: string;
  // All others: 404, and 401 for those who are not signed in.
}

const db = openDatabase(env);

const documentIs = (status: DocumentStatus) => () =>
  db.update(documents).set({ status }).where(eq(documents.id, "case-open"));

const forumIs = (status: ForumStatus) => () =>
  db.update(forums).set({ status }).where(eq(forums.id, "forum-in-session"));

const here = "99.01.01";
const somebody = { districtId: here, name: "Warga", position: "Kaur", createdAt: 0 };

const somebodyComes = () =>
  db
    .insert(people)
    .values({ id: "newcomer", ...somebody, villageId: "village-c" })
    .onConflictDoUpdate({ target: people.id, set: { removedAt: null } });

const somebodyKeeps = () =>
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

const villagerIsMember = () =>
  db
    .insert(forumMembers)
    .values({ forumId: "forum-in-session", personId: "villager-c", role: "participant" })
    .onConflictDoNothing();

const line = {
  name: "Warga Baru",
  position: "Kaur",
  village: "Desa Contoh C",
  office: "",
  phone: "",
};
/** So that the same person can be brought in anew. */
const forgetNewcomer = () =>
  db.update(people).set({ personKey: null, name: sql`id` }).where(eq(people.name, line.name));

const somebodyWaits = async () => {
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

const newcomer = (districtRole: string | null) => ({ ...line, place: null, districtRole });
const newcomers = { rows: [{ ...line, line: 1 }], place: null };

const everybodySignedIn = "P W N O F C R I J V D E";
const seesDrafts = "P W N O F C";
const seesDrafted = "P W N O F C R J";

export const expected: Record<RouteName, Expected[]> = {
  "POST /api/sign-in/preview": [{ path: "/api/sign-in/preview", json: {}, who: "*", answer: 422 }],
  "POST /api/sign-in": [{ path: "/api/sign-in", json: {}, who: "*", answer: 422 }],
  "POST /api/sign-in/passkey": [{ path: "/api/sign-in/passkey", json: {}, who: "*", answer: 422 }],
  "POST /api/sign-in/passkey/options": [{ path: "/api/sign-in/passkey/options", who: "*" }],
  "POST /api/waiting-devices": [
    { path: "/api/waiting-devices", json: { isShared: false }, who: "*" },
  ],
  "POST /api/waiting-devices/entry": [
    { path: "/api/waiting-devices/entry", json: {}, who: "*", answer: 422 },
  ],
  "POST /api/waiting-devices/seen": own("/api/waiting-devices/seen", 422, {}),
  "POST /api/waiting-devices/confirmation": own("/api/waiting-devices/confirmation", 422, {}),
  "POST /api/waiting-devices/refusal": own("/api/waiting-devices/refusal", 422, {}),
  "POST /api/forum-doors/preview": [
    { path: "/api/forum-doors/preview", json: {}, who: "*", answer: 422 },
  ],
  "POST /api/forum-doors/claims": [
    { path: "/api/forum-doors/claims", json: {}, who: "*", answer: 422 },
  ],
  "GET /api/sessions": own("/api/sessions", 200),
  "DELETE /api/sessions": own("/api/sessions", 204),
  // Another person's.
  "DELETE /api/sessions/:sessionId": own("/api/sessions/unknown", 404),
  "GET /api/passkeys": own("/api/passkeys", 200),
  "POST /api/passkeys": own("/api/passkeys", 422, {}),
  "POST /api/passkeys/options": own("/api/passkeys/options", 200),
  "DELETE /api/passkeys/:credentialId": own("/api/passkeys/unknown", 404),
  "DELETE /api/session": [{ path: "/api/session", who: "*", answer: 204 }],
  "GET /api/me": own("/api/me", 200),
  "PATCH /api/me": own("/api/me", 204, {}),
  "GET /api/me/profile": own("/api/me/profile", 200),
  "GET /api/me/notice": own("/api/me/notice", 200),
  "POST /api/me/notice": own("/api/me/notice", 204),
  "POST /api/me/data": own("/api/me/data", 200),
  "GET /api/home": own("/api/home", 200),
  "GET /api/forums/:forumId": [
    { path: "/api/forums/forum-in-session", who: seesDrafted },
    { when: "nothing is far enough", path: "/api/forums/forum-planned", who: "F C" },
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
  "PUT /api/documents/:documentId/locks/:containerId": [
    {
      path: "/api/documents/case-open/locks/all",
      before: documentIs("open"),
      who: "F C",
      answer: 204,
      seen: "P W N O",
    },
    {
      when: "a part that is not there",
      path: "/api/documents/case-open/locks/n999",
      before: documentIs("open"),
      who: "",
      seen: "P W N O",
    },
  ],
  "DELETE /api/documents/:documentId/locks/:containerId": [
    {
      path: "/api/documents/case-open/locks/all",
      before: documentIs("open"),
      who: "F C",
      answer: 204,
      seen: "P W N O",
    },
  ],
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
};

/** For whoever is signed in, and their own things alone. */
function own(path: string, answer: number, json?: unknown): Expected[] {
  return [{ path, who: everybodySignedIn, answer, ...(json === undefined ? {} : { json }) }];
}

function hosts(path: string, answer: number): Expected[] {
  return [{ path, who: "F C", answer, seen: "P W N O R J" }];
}

/** Done to somebody from a village, and to a minute-taker, whom the camat alone looks after. */
function onPerson(under: string, answer: number, json?: unknown): Expected[] {
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

function byStatus(path: string): Expected[] {
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
