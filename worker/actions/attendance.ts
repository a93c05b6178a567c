import { attendanceMoment, quorumOf } from "../../domain/attendance.ts";
import { can } from "../../domain/permissions.ts";
import {
  attendanceCancelled,
  attendanceClosed,
  attendanceCodeWrong,
  attendanceNotYet,
  attendanceOver,
} from "../../domain/refusals/attendance.ts";
import { changedMeanwhile, notAllowed, notFound } from "../../domain/refusals.ts";
import type { AttendanceStatus } from "../../domain/statuses.ts";
import { readAttachments } from "../db/attachments.ts";
import {
  findAttendance,
  insertOwnPresence,
  markAttendance,
  selectAttendance,
} from "../db/attendance.ts";
import { findForum, selectInvitedVillages } from "../db/forums.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { currentCode, tryCode } from "./attendance-code.ts";
import { byWhom, record } from "./record.ts";

/** The forum's list as whoever sees the forum sees it, and what this person may do with it. */
export async function readAttendance(env: Env, me: SignedIn, forumId: string, now: number) {
  const db = openDatabase(env);
  const { forum, actor, moment } = await requireForum(db, me, forumId, now);
  const [rows, villages, files] = await db.batch([
    selectAttendance(db, forum.id),
    selectInvitedVillages(db, forum.id),
    readAttachments(db, "attendance", [forum.id]),
  ]);
  const isKeeper = can(actor, "attendance.all");
  const isInSession = forum.status === "inSession";
  const own = rows.find(({ id }) => id === me.person.id);
  return {
    title: forum.title,
    moment,
    villages: villages.map(({ id, name }) => ({ id, name })),
    people: rows.map(({ markedByPersonId, ...person }) => ({
      ...person,
      isOwnWord: markedByPersonId === person.id,
    })),
    quorum: quorumOf(
      villages.map(({ id }) => id),
      rows,
    ),
    mayMark: isKeeper && (moment === "open" || moment === "correctable"),
    mayShowCode: isKeeper && moment === "open",
    mayComeIn: can(actor, "attendance.own") && moment === "open" && own?.status !== "present",
    ownStatus: own?.status ?? null,
    /** Whether this deployment has a store for files. */
    keepsFiles: env.FILES !== undefined,
    mayAttach: env.FILES !== undefined && isKeeper && mayHaveFiles(moment),
    files: files.map(({ sha256: _s, subjectId: _i, addedByPersonId, ...file }) => ({
      ...file,
      mayRemove: can(actor, "file.remove", { addedByPersonId, isInSession }),
    })),
  };
}

/** @throws notFound, notAllowed, attendanceNotYet, attendanceClosed, attendanceCancelled */
export async function readCode(env: Env, me: SignedIn, forumId: string, now: number) {
  const { actor, moment } = await requireForum(openDatabase(env), me, forumId, now);
  if (!can(actor, "attendance.all")) throw notAllowed();
  requireOpen(moment);
  return currentCode(env, forumId, now);
}

/** Somebody says that they are here. @throws as `readCode`, and attendanceCodeWrong, tooManyAttempts */
export async function comeIn(
  env: Env,
  me: SignedIn,
  { forumId, code }: { forumId: string; code: string },
  now: number,
) {
  const db = openDatabase(env);
  const { actor, moment } = await requireForum(db, me, forumId, now);
  if (!can(actor, "attendance.own")) throw notAllowed();
  requireOpen(moment);
  const personId = me.person.id;
  if (!(await tryCode(env, { forumId, personId, typed: code }, now))) throw attendanceCodeWrong();
  await insertOwnPresence(db, { forumId, personId, at: now, markedByPersonId: personId });
  // Who was noted before keeps that time.
  const noted = await findAttendance(db, forumId, personId);
  return { at: noted?.at ?? now };
}

interface Marked {
  forumId: string;
  personId: string;
  from: AttendanceStatus | null;
  to: AttendanceStatus | null;
}

/** A keeper marks anybody of the forum. @throws notFound, notAllowed, attendance…, changedMeanwhile */
export async function markPerson(
  env: Env,
  me: SignedIn,
  { forumId, personId, from, to }: Marked,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { forum, actor, moment } = await requireForum(db, me, forumId, now);
  if (!can(actor, "attendance.all")) throw notAllowed();
  if (moment === "over") throw attendanceOver();
  if (moment !== "correctable") requireOpen(moment);
  const people = await selectAttendance(db, forumId);
  const person = people.find(({ id }) => id === personId);
  if (person === undefined) throw notFound();
  // Also for an answer that was lost on its way: the same order once more changes nothing.
  if (person.status === to) return;
  const mark = { forumId, personId, at: now, markedByPersonId: me.person.id };
  const [marked] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "attendanceMarked",
        subjectKind: "person",
        subjectId: personId,
        forumId,
        details: { from, to },
      },
    ],
    now,
    change: [markAttendance(db, mark, from, to)],
    onlyIfChanged: true,
  });
  if (!marked?.meta.changes) throw changedMeanwhile();
}

/** The forum where this person sees it, and what may be done with its list now. @throws notFound */
export async function requireForum(db: Database, me: SignedIn, forumId: string, now: number) {
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const { forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "forum.see", forum)) throw notFound();
  return { forum, actor, moment: attendanceMoment(forum, now) };
}

type Moment = ReturnType<typeof attendanceMoment>;

/** A signed list may be found long after the forum. */
export function mayHaveFiles(moment: Moment): boolean {
  return moment !== "notYet" && moment !== "cancelled";
}

function requireOpen(moment: Moment): void {
  switch (moment) {
    case "notYet":
      throw attendanceNotYet();
    case "cancelled":
      throw attendanceCancelled();
    case "correctable":
    case "over":
      throw attendanceClosed();
    case "open":
  }
}
