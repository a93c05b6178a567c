import type { BatchItem } from "drizzle-orm/batch";
import { sessionLastsMs, sharedSessionLastsMs } from "../../domain/sign-in.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { noticeOfSession } from "../db/room-notices.ts";
import {
  deleteEndedSessions,
  deleteSession,
  findEntrant,
  type NewSession,
  type OpenedBy,
} from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { record } from "./record.ts";
import { findSignedIn } from "./sessions.ts";
import { hashToken, newToken } from "./tokens.ts";

/** The browser that is being let in. */
export interface Visit {
  now: number;
  /** Such as "Chrome, Android". */
  browser: string | null;
  isShared: boolean;
  /** The session that it held until now, which ends. */
  heldSession: string | undefined;
}

interface Opening {
  personId: string;
  by: OpenedBy;
  /** Of a claim: who said that it is this person. */
  confirmedBy?: string | null;
  visit: Visit;
  /** What is used up for it, and last of all the statement that inserts the session. */
  open: (db: Database, session: NewSession) => readonly BatchItem<"sqlite">[];
}

/**
 * The one way in, whatever somebody brought.
 * @returns null when what they brought was used up meanwhile
 */
export async function openSession(env: Env, { personId, by, confirmedBy, visit, open }: Opening) {
  const { now, isShared } = visit;
  const db = openDatabase(env);
  const entrant = await findEntrant(db, personId);
  if (entrant === null || !mayExist(entrant, env)) return null;
  const token = newToken();
  const session: NewSession = {
    tokenHash: await hashToken(token),
    id: crypto.randomUUID(),
    createdAt: now,
    expiresAt: now + (isShared ? sharedSessionLastsMs : sessionLastsMs),
    device: visit.browser,
    isShared,
    openedBy: by,
  };
  const held = visit.heldSession && (await hashToken(visit.heldSession));
  const change = open(db, session);
  const answers = await record(db, {
    facts: [
      {
        districtId: entrant.districtId,
        personId,
        roles: entrant.roles,
        action: "signedIn",
        subjectKind: "session",
        subjectId: session.id,
        details: { by, isShared, ...(confirmedBy ? { confirmedBy } : {}) },
      },
    ],
    now,
    change,
    onlyIfChanged: true,
    after: [
      deleteEndedSessions(db, personId, now),
      ...(held ? [noticeOfSession(db, held, now), deleteSession(db, held)] : []),
    ],
  });
  if (!answers.at(-1)?.meta.changes) return null;
  const signedIn = await findSignedIn(env, token, now);
  if (signedIn === null) throw new Error("a session was opened and is not there");
  return { session: token, signedIn };
}
