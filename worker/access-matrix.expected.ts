import type { RefusalName } from "../party/close-codes.ts";
import type { RoomMessage } from "../party/wire.ts";
import type { RouteName } from "./route-access.ts";

/**
 * Written by hand, apart from the code that decides: who is let through where, in the test world.
 *
 * P participant, W representative, N minute-taker, O observer, all of forum-in-session, F facilitator
 * and C camat of its district, R reviewer, I Inspektorat as the camat's default has it, J where the
 * camat lets it look, V villager who is not invited, D villager of another district, E facilitator
 * of another district, X somebody who was removed, - nobody signed in.
 *
 * To add a route: a line under its name, with one row for each thing that makes a difference.
 *   `ask`     the request, made anew for each who asks; `{ path }` reads, `method` and `json` write.
 *             What it needs in the database it makes first, so that no row hangs on another.
 *   `may`     who is answered; all others are refused.
 *   `refused` what they are told: 404 where the thing does not exist for them (when left out), 403
 *             where they see it. X and - are always told 401.
 *   `answer`  the status for those who may; 200 when left out.
 */
export interface Row {
  ask: () => Asked | Promise<Asked>;
  may: string;
  refused?: 403 | 404;
  answer?: number;
}

export interface Asked {
  path: string;
  method?: string;
  json?: unknown;
}

export const columns = "P W N O F C R I J V D E X -".split(" ");
const everyone = "P W N O F C R I J V D E X -";
const signedIn = "P W N O F C R I J V D E";

export const expectedRoutes: Record<RouteName, readonly Row[]> = {
  // An empty link, so that nobody is signed in by it: everybody is told that it is none.
  "POST /api/sign-in/preview": [
    {
      ask: () => ({ path: "/api/sign-in/preview", json: { token: "" } }),
      may: everyone,
      answer: 422,
    },
  ],
  "POST /api/sign-in": [
    { ask: () => ({ path: "/api/sign-in", json: { token: "" } }), may: everyone, answer: 422 },
  ],
  "DELETE /api/session": [
    { ask: () => ({ path: "/api/session", method: "DELETE" }), may: everyone, answer: 204 },
  ],
  "GET /api/me": [{ ask: () => ({ path: "/api/me" }), may: signedIn }],
  "GET /api/home": [{ ask: () => ({ path: "/api/home" }), may: signedIn }],
  "GET /api/forums/:forumId": [
    { ask: () => ({ path: "/api/forums/forum-in-session" }), may: "P W N O F C R J" },
    { ask: () => ({ path: "/api/forums/forum-planned" }), may: "F C" },
    { ask: () => ({ path: "/api/forums/forum-elsewhere" }), may: "D E" },
    { ask: () => ({ path: "/api/forums/unknown" }), may: "" },
  ],
  "GET /api/documents/:documentId": [
    { ask: () => ({ path: "/api/documents/case-draft" }), may: "P W N O F C" },
    { ask: () => ({ path: "/api/documents/case-open" }), may: "P W N O F C" },
    { ask: () => ({ path: "/api/documents/case-drafted" }), may: "P W N O F C R J" },
    { ask: () => ({ path: "/api/documents/case-submitted" }), may: "P W N O F C R J" },
    { ask: () => ({ path: "/api/documents/case-elsewhere" }), may: "D E" },
    { ask: () => ({ path: "/api/documents/unknown" }), may: "" },
  ],
  "GET /api/documents/:documentId/reading": [
    { ask: () => ({ path: "/api/documents/case-open/reading" }), may: "P W N O F C" },
    { ask: () => ({ path: "/api/documents/case-drafted/reading" }), may: "P W N O F C R J" },
    { ask: () => ({ path: "/api/documents/case-elsewhere/reading" }), may: "D E" },
  ],
};

/** The documents whose rooms are tried, and who is let in: for the others they do not exist. */
export const expectedDoors = {
  "case-draft": "P W N O F C",
  "case-open": "P W N O F C",
  "case-drafted": "P W N O F C R J",
  "case-submitted": "P W N O F C R J",
} as const;

export interface MessageRow {
  /** Who is heard, of those whom the door lets in. */
  may: string;
  /** Why the others are sent away. */
  refused?: RefusalName;
}

const whoeverIsIn = { may: "P W N O F C R J" } as const;
const roomAlone = { may: "", refused: "malformed" } as const;

/** For each kind of message, by document; P and W did not propose the draft. */
export const expectedMessages: Record<
  RoomMessage["kind"],
  Record<keyof typeof expectedDoors, MessageRow>
> = {
  step1: inEach(whoeverIsIn),
  step2: inEach(whoeverIsIn),
  update: {
    "case-draft": { may: "N F", refused: "readOnly" },
    "case-open": { may: "P W N F", refused: "readOnly" },
    "case-drafted": { may: "N F", refused: "readOnly" },
    "case-submitted": { may: "", refused: "frozen" },
  },
  awareness: inEach(whoeverIsIn),
  queryAwareness: inEach(whoeverIsIn),
  handedBack: inEach(whoeverIsIn),
  sealed: inEach(roomAlone),
  durable: inEach(roomAlone),
  storage: inEach(roomAlone),
};

function inEach(row: MessageRow): Record<keyof typeof expectedDoors, MessageRow> {
  return { "case-draft": row, "case-open": row, "case-drafted": row, "case-submitted": row };
}
