import { likeness } from "../../domain/like-names.ts";
import { can } from "../../domain/permissions.ts";
import { claimImpossible, doorClosed, doorCrowded } from "../../domain/refusals/entering.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { claimLastsMs, claimsAtOnce, doorLastsMs } from "../../domain/sign-in.ts";
import {
  closeDoorsOf,
  confirmClaim,
  findClaim,
  findDoor,
  findDoorOf,
  insertDoor,
  refuseClaim,
  selectClaims,
  selectMissing,
} from "../db/forum-doors.ts";
import { findForum, selectInvitedVillages } from "../db/forums.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { insertWaiting } from "../db/waiting-devices.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { actorOf } from "./actor.ts";
import { doorToken } from "./door-token.ts";
import type { Visit } from "./open-session.ts";
import { byWhom, record } from "./record.ts";
import { hashToken, newToken } from "./tokens.ts";

/** What hangs on the projector, and who waits before it. @throws notFound, notAllowed */
export async function readDoor(env: Env, me: SignedIn, forumId: string, now: number) {
  const db = openDatabase(env);
  await requireHost(db, me, forumId);
  const door = await findDoorOf(db, forumId, now);
  const claims = await selectClaims(db, forumId, now);
  const missing = claims.length > 0 ? await findMissing(env, db, me, forumId, now) : [];
  return {
    door: door && {
      token: await doorToken(env, door),
      expiresAt: door.expiresAt,
    },
    waiting: claims.map(({ villageId, ...claim }) => ({
      ...claim,
      suggestions: missing
        .filter((person) => person.villageId === villageId)
        .map(({ id, name, position }) => ({ id, name, position }))
        .toSorted((a, b) => likenessTo(claim, b) - likenessTo(claim, a)),
    })),
  };
}

export async function openDoor(env: Env, me: SignedIn, forumId: string, now: number) {
  const db = openDatabase(env);
  await requireHost(db, me, forumId);
  const door = { forumId, createdAt: now, expiresAt: now + doorLastsMs };
  const token = await doorToken(env, door);
  await record(db, {
    facts: [{ ...doorFact(me, forumId), action: "doorOpened" }],
    now,
    change: [
      closeDoorsOf(db, forumId, now),
      insertDoor(db, {
        ...door,
        tokenHash: await hashToken(token),
        createdByPersonId: me.person.id,
      }),
    ],
  });
  return { token, expiresAt: door.expiresAt };
}

export async function closeDoor(env: Env, me: SignedIn, forumId: string, now: number) {
  const db = openDatabase(env);
  await requireHost(db, me, forumId);
  await record(db, {
    facts: [{ ...doorFact(me, forumId), action: "doorClosed" }],
    now,
    change: [closeDoorsOf(db, forumId, now)],
    onlyIfChanged: true,
  });
}

/** Which forum it is, and whose villages were invited: never who. @throws doorClosed */
export async function previewDoor(env: Env, token: string, now: number) {
  const db = openDatabase(env);
  const found = await findDoor(db, await hashToken(token), now);
  if (found === null) throw doorClosed();
  const invited = await selectInvitedVillages(db, found.forum.id);
  const { id: _, ...forum } = found.forum;
  return {
    forum,
    district: found.district,
    villages: invited.map(({ id, name }) => ({ id, name })),
  };
}

interface Claim {
  token: string;
  villageId: string | null;
  name: string;
}

/** Somebody says who they are, and waits. @throws doorClosed, claimImpossible, doorCrowded */
export async function claimPlace(env: Env, { token, villageId, name }: Claim, visit: Visit) {
  const db = openDatabase(env);
  const found = await findDoor(db, await hashToken(token), visit.now);
  if (found === null) throw doorClosed();
  const invited = await selectInvitedVillages(db, found.forum.id);
  if (villageId !== null && !invited.some(({ id }) => id === villageId)) throw doorClosed();
  const secret = newToken();
  const waiting = {
    secretHash: await hashToken(secret),
    id: crypto.randomUUID(),
    kind: "claim",
    codeHash: null,
    forumId: found.forum.id,
    villageId,
    saidName: name,
    device: visit.browser,
    isShared: visit.isShared,
    createdAt: visit.now,
    expiresAt: visit.now + claimLastsMs,
  } as const;
  if (!(await insertWaiting(db, waiting, claimsAtOnce))) throw doorCrowded();
  return { secret, lastsMs: claimLastsMs };
}

/** @throws notFound for a claim that is over, claimImpossible */
export async function confirmPlace(
  env: Env,
  me: SignedIn,
  { forumId, claimId, personId }: { forumId: string; claimId: string; personId: string },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireHost(db, me, forumId);
  const claim = await findClaim(db, forumId, claimId, now);
  if (claim === null) throw notFound();
  const missing = await findMissing(env, db, me, forumId, now);
  const person = missing.find(({ id }) => id === personId);
  if (person === undefined || person.villageId !== claim.villageId) throw claimImpossible();
  const choice = { personId, byPersonId: me.person.id, now };
  if (!(await confirmClaim(db, claimId, choice))) throw claimImpossible();
}

export async function refusePlace(
  env: Env,
  me: SignedIn,
  { forumId, claimId }: { forumId: string; claimId: string },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireHost(db, me, forumId);
  const [refused] = await record(db, {
    facts: [{ ...doorFact(me, forumId), action: "claimRefused", details: { claim: claimId } }],
    now,
    change: [refuseClaim(db, forumId, claimId, now)],
    onlyIfChanged: true,
  });
  if (!refused?.meta.changes) throw notFound();
}

async function requireHost(db: Database, me: SignedIn, forumId: string) {
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const actor = actorOf(me, found.forum, found.ownRoles);
  if (!can(actor, "forum.see", found.forum)) throw notFound();
  if (!can(actor, "forum.configure")) throw notAllowed();
  return actor;
}

/** Whom this host may let in: nobody who is more than they may look after. */
async function findMissing(env: Env, db: Database, me: SignedIn, forumId: string, now: number) {
  const actor = await requireHost(db, me, forumId);
  const rows = await selectMissing(db, forumId, now);
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((held) => {
    const [person] = held;
    if (person === undefined || !mayExist(person, env)) return [];
    const roles = held.flatMap(({ place, role }) => (role === null ? [place] : [place, role]));
    return can(actor, "person.manage", { roles }) ? [person] : [];
  });
}

function doorFact(me: SignedIn, forumId: string) {
  return { ...byWhom(me), subjectKind: "forum", subjectId: forumId, forumId } as const;
}

function likenessTo({ saidName }: { saidName: string | null }, { name }: { name: string }) {
  return likeness(saidName ?? "", name);
}
