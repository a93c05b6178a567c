import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import type { DocumentStatus, ForumStatus } from "../domain/statuses.ts";
import { openDatabase } from "./db/open.ts";
import { documents, forums } from "./db/schema.ts";
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
  /** Letters of those who see the thing and may not do this: 403. */
  seen?: string;
  // All others: 404, and 401 for those who are not signed in.
}

const db = openDatabase(env);

const documentIs = (status: DocumentStatus) => () =>
  db.update(documents).set({ status }).where(eq(documents.id, "case-open"));

const forumIs = (status: ForumStatus) => () =>
  db.update(forums).set({ status }).where(eq(forums.id, "forum-in-session"));

const everybodySignedIn = "P W N O F C R I J V D E";
const seesDrafts = "P W N O F C";
const seesDrafted = "P W N O F C R J";

export const expected: Record<RouteName, Expected[]> = {
  "POST /api/sign-in/preview": [
    { path: "/api/sign-in/preview", json: { token: "unknown" }, who: "*", answer: 404 },
  ],
  "POST /api/sign-in": [
    { path: "/api/sign-in", json: { token: "unknown" }, who: "*", answer: 404 },
  ],
  "DELETE /api/session": [{ path: "/api/session", who: "*", answer: 204 }],
  "GET /api/me": [{ path: "/api/me", who: everybodySignedIn }],
  "GET /api/home": [{ path: "/api/home", who: everybodySignedIn }],
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
