import { type KeyScope, keyScopes, maxKeyDays } from "../../domain/api-v1.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { keyRefused } from "../../domain/refusals/api-keys.ts";
import { changedMeanwhile, invalidField, notFound } from "../../domain/refusals.ts";
import { dayInWib } from "../../domain/wib.ts";
import { findKey, insertKey, noteUse, revokeKey, selectKeys, selectUses } from "../db/api-keys.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { countReading } from "../limit-writes.ts";
import { districtActor } from "./actor.ts";
import { byWhom, record } from "./record.ts";
import { hashToken, newToken } from "./tokens.ts";

const dayMs = 24 * 3_600_000;

/** Times in ms since 1970. */
export interface KeyCard {
  id: string;
  name: string;
  scopes: KeyScope[];
  madeBy: string;
  madeAt: number;
  expiresAt: number;
  revokedAt: number | null;
  lastUsedAt: number | null;
}

/** Whose data a key opens. */
export interface OpenKey {
  id: string;
  districtId: string;
}

/** @throws notFound for everybody but the camat, as all below */
export async function readKeys(env: Env, me: SignedIn): Promise<{ keys: KeyCard[] }> {
  requireCamat(me);
  const rows = await selectKeys(openDatabase(env), me.district.id);
  return {
    keys: rows.map(({ key, madeBy, lastUsedAt }) => ({
      id: key.id,
      name: key.name,
      scopes: scopesOf(key),
      madeBy: madeBy.name,
      madeAt: key.madeAt,
      expiresAt: key.expiresAt,
      revokedAt: key.revokedAt,
      lastUsedAt,
    })),
  };
}

/**
 * @returns the key, which is not kept and cannot be shown again
 * @throws invalidField, and changedMeanwhile where this id was used before
 */
export async function makeKey(
  env: Env,
  me: SignedIn,
  asked: { id: string; name: string; scopes: readonly KeyScope[]; days: number },
  now: number,
): Promise<{ key: string }> {
  requireCamat(me);
  const name = cleanLine(asked.name);
  if (!/\p{L}/u.test(name)) throw invalidField("name");
  if (asked.scopes.length === 0) throw invalidField("scopes");
  if (asked.days < 1 || asked.days > maxKeyDays) throw invalidField("days");
  const key = `sinau_${newToken()}`;
  const db = openDatabase(env);
  const tokenHash = await hashToken(key);
  const [made] = await record(db, {
    facts: [{ ...byWhom(me), action: "keyMade", subjectKind: "key", subjectId: asked.id }],
    now,
    change: [
      insertKey(db, {
        id: asked.id,
        districtId: me.district.id,
        name,
        scopes: JSON.stringify(keyScopes.filter((scope) => asked.scopes.includes(scope))),
        tokenHash,
        madeByPersonId: me.person.id,
        madeAt: now,
        expiresAt: now + asked.days * dayMs,
      }),
    ],
    onlyIfChanged: true,
  });
  if (!made?.meta.changes) throw changedMeanwhile();
  return { key };
}

/** From now on; a key that was revoked before stays so. @throws notFound */
export async function takeKey(env: Env, me: SignedIn, keyId: string, now: number): Promise<void> {
  requireCamat(me);
  const db = openDatabase(env);
  const keys = await selectKeys(db, me.district.id);
  if (!keys.some(({ key }) => key.id === keyId)) throw notFound();
  await record(db, {
    facts: [{ ...byWhom(me), action: "keyRevoked", subjectKind: "key", subjectId: keyId }],
    now,
    change: [revokeKey(db, me.district.id, keyId, now)],
    onlyIfChanged: true,
  });
}

/** What was read with it, by day and address. */
export async function readKeyUses(env: Env, me: SignedIn, keyId: string) {
  requireCamat(me);
  return { uses: await selectUses(openDatabase(env), me.district.id, keyId) };
}

/**
 * Opens with what stands in the request's `authorization`, and notes that it was used.
 * @param route what is asked for, without parameters
 * @throws keyRefused, always the same, so that a key tells nothing by trying; keyTooFast
 */
export async function openWithKey(
  env: Env,
  authorization: string | undefined,
  { scope, route, now }: { scope: KeyScope; route: string; now: number },
): Promise<OpenKey> {
  const token = /^Bearer (sinau_[\w-]{43})$/.exec(authorization ?? "")?.[1];
  if (token === undefined) throw keyRefused();
  const db = openDatabase(env);
  const key = await findKey(db, await hashToken(token), now);
  if (key === null || !scopesOf(key).includes(scope)) throw keyRefused();
  countReading(key.id, now);
  await noteUse(db, { keyId: key.id, day: dayInWib(now), route, lastAt: now });
  return { id: key.id, districtId: key.districtId };
}

function scopesOf({ scopes }: { scopes: string }): KeyScope[] {
  const given: unknown = JSON.parse(scopes);
  return keyScopes.filter((scope) => Array.isArray(given) && given.includes(scope));
}

function requireCamat(me: SignedIn): void {
  if (!can(districtActor(me), "settings.change")) throw notFound();
}
