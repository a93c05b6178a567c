import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { noVersionYet } from "../../domain/refusals/sign-off.ts";
import { changedMeanwhile, invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import type { VersionKind } from "../../domain/statuses.ts";
import type { ShownPerson } from "../../party/masks/shown-person.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { findVersion, insertVersion, renameVersion, selectVersions } from "../db/versions.ts";
import type { Env } from "../env.ts";
import { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";
import { ThreadNames } from "./thread-names.ts";

export const maxVersionName = 120;

export interface VersionView {
  id: string;
  place: number;
  /** As somebody typed it; of a status its code, of an item of the agenda its title. */
  name: string;
  kind: VersionKind;
  at: number;
  /** For whom the history names people; null too where the product made it by itself. */
  by: ShownPerson | null;
}

export interface Versions {
  /** The newest first. */
  versions: VersionView[];
  mayName: boolean;
}

/** @throws notFound, notAllowed for who sees no history */
export async function readVersions(env: Env, me: SignedIn, documentId: string): Promise<Versions> {
  const entered = await enterDocument(env, me, documentId);
  const { document, actor, roomPerson } = entered;
  if (!can(actor, "history.villages", document)) throw notAllowed();
  const db = openDatabase(env);
  const rows = await selectVersions(db, documentId);
  const people = rows.flatMap(({ personId }) => personId ?? []);
  const names = can(actor, "history.names", document)
    ? await ThreadNames.load(env, db, entered, [...new Set(people)])
    : null;
  return {
    versions: rows.map(({ id, place, name, kind, at, personId }) => ({
      ...{ id, place, name, kind, at },
      by: personId === null ? null : (names?.person(roomPerson, personId) ?? null),
    })),
    mayName: can(actor, "version.name", document),
  };
}

/** The document as it is now gets a name. @throws notFound, notAllowed, noVersionYet */
export async function nameVersion(
  env: Env,
  me: SignedIn,
  order: { documentId: string; name: string },
  now: number,
): Promise<{ versionId: string; place: number }> {
  const { documentId } = order;
  const entered = await enterToName(env, me, documentId);
  const name = readName(order.name);
  const place = await env.DOCUMENT_ROOM.getByName(documentId).currentPlace();
  if (place === null) throw noVersionYet();
  const db = openDatabase(env);
  const id = crypto.randomUUID();
  const personId = me.person.id;
  await record(db, {
    facts: [factOf(me, entered, "versionNamed", { version: id, place })],
    now,
    change: [insertVersion(db, { id, documentId, place, name, kind: "named", personId, at: now })],
  });
  return { versionId: id, place };
}

/** Of those that somebody named alone. @throws notFound, notAllowed, changedMeanwhile */
export async function giveVersionName(
  env: Env,
  me: SignedIn,
  order: { documentId: string; versionId: string; name: string },
  now: number,
): Promise<void> {
  const entered = await enterToName(env, me, order.documentId);
  const db = openDatabase(env);
  const version = await findVersion(db, order.documentId, order.versionId);
  if (version === null) throw notFound();
  if (version.kind !== "named") throw notAllowed();
  const name = readName(order.name);
  if (name === version.name) return;
  const [renamed] = await record(db, {
    facts: [factOf(me, entered, "versionRenamed", { version: version.id })],
    now,
    change: [renameVersion(db, order, version.name, name)],
    onlyIfChanged: true,
  });
  if (!renamed?.meta.changes) throw changedMeanwhile();
}

type Entered = Awaited<ReturnType<typeof enterDocument>>;

async function enterToName(env: Env, me: SignedIn, documentId: string): Promise<Entered> {
  const entered = await enterDocument(env, me, documentId);
  if (!can(entered.actor, "version.name", entered.document)) throw notAllowed();
  return entered;
}

function readName(given: string): string {
  const name = cleanLine(given);
  if (name === "" || name.length > maxVersionName) throw invalidField("name");
  return name;
}

function factOf(
  me: SignedIn,
  { document, forum, actor }: Entered,
  action: "versionNamed" | "versionRenamed",
  details: Record<string, string | number>,
) {
  return {
    ...byWhom(me, forum.districtId),
    roles: actor.roles,
    action,
    subjectKind: "document" as const,
    subjectId: document.id,
    forumId: forum.id,
    details,
  };
}
