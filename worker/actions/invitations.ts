import type { AuditFact } from "../../domain/audit.ts";
import { invitationText } from "../../domain/invitation-text.ts";
import { can } from "../../domain/permissions.ts";
import { tooManyLinks } from "../../domain/refusals/people.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { signInLinkLastsMs } from "../../domain/sign-in.ts";
import {
  insertLinks,
  type NewLink,
  revokeLinks,
  selectComingForumsOf,
  selectLinkTimesOf,
  selectWaitingLinks,
} from "../db/invitations.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { selectPeopleByIds, selectPlacesOfPeople, selectRolesOfPeople } from "../db/people.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { districtActor } from "./actor.ts";
import { requirePeople } from "./people.ts";
import { byWhom, record } from "./record.ts";
import { hashToken, keyedToken } from "./tokens.ts";

const dayMs = 24 * 60 * 60_000;
const linksPerDay = 1000;

export interface InvitationLink {
  personId: string;
  address: string;
  text: string;
  expiresAt: number;
}

/**
 * Each person's link: the one that waits, or a new one where none does. A link that was not derived
 * cannot be shown again and is replaced.
 */
export async function inviteByLink(
  env: Env,
  me: SignedIn,
  order: { personIds: readonly string[]; forumId: string | null; origin: string },
  now: number,
): Promise<{ links: InvitationLink[] }> {
  const db = openDatabase(env);
  const people = await requireManageable(db, env, me, order.personIds);
  const ids = people.map(({ id }) => id);
  const waiting = new Map<string, { token: string; expiresAt: number }>();
  const makers = new Map<string, string | null>();
  const strange = new Set<string>();
  for (const link of await selectWaitingLinks(db, ids, now)) {
    const token = await tokenFor(env, link.personId, link.createdAt);
    if ((await hashToken(token)) === link.tokenHash) {
      waiting.set(link.personId, { token, expiresAt: link.expiresAt });
      makers.set(link.personId, link.createdByPersonId);
    } else strange.add(link.personId);
  }
  const missing = ids.filter((id) => !waiting.has(id));
  await requireWithinLimit(db, me, missing.length, now);
  const expiresAt = now + signInLinkLastsMs;
  const made: NewLink[] = [];
  const shownAgain = ids.filter(
    (id) => makers.get(id) !== undefined && makers.get(id) !== me.person.id,
  );
  for (const personId of missing) {
    const token = await tokenFor(env, personId, now);
    const tokenHash = await hashToken(token);
    made.push({ tokenHash, personId, createdAt: now, expiresAt, createdByPersonId: me.person.id });
    waiting.set(personId, { token, expiresAt });
  }
  if (made.length > 0 || shownAgain.length > 0) {
    const replaced = missing.filter((id) => strange.has(id));
    await record(db, {
      facts: [
        ...replaced.map((id) => linkFact(me, "linkRevoked", id)),
        ...missing.map((id) => linkFact(me, "linkCreated", id)),
        // Whoever is shown another's link holds it too.
        ...shownAgain.map((id) => ({
          ...linkFact(me, "linkCreated", id),
          details: { again: true },
        })),
      ],
      now,
      change: [revokeLinks(db, replaced, now), insertLinks(db, made)],
    });
  }
  const forums = Map.groupBy(await selectComingForumsOf(db, ids, now), (row) => row.personId);
  return {
    links: people.flatMap(({ id, name }) => {
      const link = waiting.get(id);
      if (link === undefined) return [];
      const coming = forums.get(id) ?? [];
      const forum = coming.find((each) => each.id === order.forumId) ?? coming[0] ?? null;
      const address = `${order.origin}/masuk#${link.token}`;
      const text = invitationText({
        name,
        districtName: me.district.name.replace(/^Kecamatan /, ""),
        forum,
        address,
        expiresAt: link.expiresAt,
      });
      return [{ personId: id, address, text, expiresAt: link.expiresAt }];
    }),
  };
}

/** Nothing happens where no link waits. */
export async function revokeInvitations(
  env: Env,
  me: SignedIn,
  personId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireManageable(db, env, me, [personId]);
  await record(db, {
    facts: [linkFact(me, "linkRevoked", personId)],
    now,
    change: [revokeLinks(db, [personId], now)],
    onlyIfChanged: true,
  });
}

/** @throws notFound for anybody of another district, notAllowed for who is more than one may manage */
async function requireManageable(
  db: Database,
  env: Env,
  me: SignedIn,
  personIds: readonly string[],
) {
  requirePeople(me);
  const wanted = new Set(personIds);
  const found = await selectPeopleByIds(db, me.district.id, [...wanted]);
  const people = found.filter((person) => mayExist(person, env));
  if (people.length < wanted.size) throw notFound();
  const [roles, places] = await db.batch([
    selectRolesOfPeople(db, me.district.id),
    selectPlacesOfPeople(db, me.district.id),
  ]);
  const held = [...roles, ...places].filter(({ personId }) => wanted.has(personId));
  if (!can(districtActor(me), "person.manage", { roles: held.map(({ role }) => role) })) {
    throw notAllowed();
  }
  return people;
}

async function requireWithinLimit(db: Database, me: SignedIn, wanted: number, now: number) {
  if (wanted === 0) return;
  const made = await selectLinkTimesOf(db, me.person.id, now - dayMs);
  const tooMany = made.length + wanted - linksPerDay;
  if (tooMany <= 0) return;
  const freeAgainAt = (made[tooMany - 1]?.createdAt ?? now) + dayMs;
  throw tooManyLinks(Math.ceil((freeAgainAt - now) / 1000));
}

/** Derived, so that a link can be shown, sent and printed again without being stored. */
function tokenFor({ LINK_KEY }: Env, personId: string, createdAt: number): Promise<string> {
  return keyedToken(LINK_KEY, `link:${personId}:${createdAt}`);
}

function linkFact(me: SignedIn, action: "linkCreated" | "linkRevoked", id: string): AuditFact {
  return { ...byWhom(me), action, subjectKind: "person", subjectId: id };
}
