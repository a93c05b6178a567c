import {
  emblemTypes,
  type LetterheadLines,
  letterheadLines,
  maxEmblemBytes,
  shownLetterhead,
} from "../../domain/letterhead.ts";
import { can } from "../../domain/permissions.ts";
import { emblemTooLarge, emblemTypeRefused } from "../../domain/refusals/letterhead.ts";
import { changedMeanwhile, notFound } from "../../domain/refusals.ts";
import { findLetterhead, replaceLetterhead } from "../db/letterheads.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { districtActor } from "./actor.ts";
import { requireForum } from "./attendance.ts";
import { checkGivenFile, type GivenFile, keepFile, requireStore } from "./given-file.ts";
import { byWhom, record } from "./record.ts";

type Found = Awaited<ReturnType<typeof findLetterhead>>;

/** What stands at the head of a paper. */
export interface Letterhead extends LetterheadLines {
  names: { district: string; regency: string };
  /** Changes with the picture of the coat of arms; null where there is none. */
  emblem: string | null;
}

/** Of a forum's papers, for whoever sees the forum. @throws notFound */
export async function readLetterheadOf(
  env: Env,
  me: SignedIn,
  forumId: string,
  now: number,
): Promise<Letterhead> {
  const db = openDatabase(env);
  const { forum } = await requireForum(db, me, forumId, now);
  const { names, row } = await findLetterhead(db, forum.districtId);
  return { ...shownLetterhead(linesOf(row), names), names, emblem: emblemOf(env, row) };
}

/** @throws notFound, also where there is none */
export async function readEmblemOf(env: Env, me: SignedIn, forumId: string, now: number) {
  const db = openDatabase(env);
  const { forum } = await requireForum(db, me, forumId, now);
  return requireEmblem((await findLetterhead(db, forum.districtId)).row);
}

/** What was typed, for who may change it. @throws notFound for everybody else */
export async function readLetterhead(env: Env, me: SignedIn) {
  const { names, row } = await findOwn(env, me);
  return {
    typed: linesOf(row),
    names,
    emblem: emblemOf(env, row),
    revision: row.revision,
    /** Whether this deployment has a store for the picture. */
    keepsFiles: env.FILES !== undefined,
  };
}

/** @throws notFound */
export async function readOwnEmblem(env: Env, me: SignedIn) {
  return requireEmblem((await findOwn(env, me)).row);
}

interface Change {
  lines: LetterheadLines;
  basedOn: number;
}

/** @throws notFound, changedMeanwhile */
export async function changeLetterhead(env: Env, me: SignedIn, change: Change, now: number) {
  const { row } = await findOwn(env, me);
  const { lines, basedOn } = change;
  const changed = letterheadLines.filter((name) => row[name] !== lines[name]);
  // Also for an answer that was lost on its way.
  if (changed.length === 0) return;
  await write(env, me, { row: { ...row, ...lines }, fields: changed.join(","), basedOn, now });
}

/** @throws notFound, filesUnavailable, file…, emblem…, changedMeanwhile */
export async function putEmblem(
  env: Env,
  me: SignedIn,
  { given, basedOn }: { given: GivenFile; basedOn: number },
  now: number,
): Promise<void> {
  const { row } = await findOwn(env, me);
  const store = requireStore(env);
  const { bytes, row: checked } = await checkGivenFile(given);
  const { contentType, sizeBytes, sha256 } = checked;
  if (sizeBytes > maxEmblemBytes) throw emblemTooLarge();
  if (!emblemTypes.some((type) => type === contentType)) throw emblemTypeRefused();
  if (row.emblemSha256 === sha256) return;
  const id = crypto.randomUUID();
  const picture = { emblemType: contentType, emblemBytes: sizeBytes, emblemSha256: sha256 };
  await keepFile(store, { id, sha256, bytes }, () =>
    write(env, me, { row: { ...row, emblemId: id, ...picture }, fields: "emblem", basedOn, now }),
  );
  await forget(env, row);
}

/** @throws notFound, changedMeanwhile */
export async function takeEmblem(env: Env, me: SignedIn, basedOn: number, now: number) {
  const { row } = await findOwn(env, me);
  if (row.emblemId === null) return;
  const none = { emblemId: null, emblemType: null, emblemBytes: null, emblemSha256: null };
  await write(env, me, { row: { ...row, ...none }, fields: "noEmblem", basedOn, now });
  await forget(env, row);
}

async function findOwn(env: Env, me: SignedIn): Promise<Found> {
  if (!can(districtActor(me), "settings.change")) throw notFound();
  return findLetterhead(openDatabase(env), me.district.id);
}

interface Writing {
  row: Found["row"];
  fields: string;
  basedOn: number;
  now: number;
}

async function write(
  env: Env,
  me: SignedIn,
  { row, fields, basedOn, now }: Writing,
): Promise<void> {
  const db = openDatabase(env);
  const districtId = me.district.id;
  const next = { ...row, revision: basedOn + 1, changedAt: now };
  const [written] = await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "letterheadChanged",
        subjectKind: "district",
        subjectId: districtId,
        details: { fields },
      },
    ],
    now,
    change: [replaceLetterhead(db, next, basedOn)],
    onlyIfChanged: true,
  });
  if (!written?.meta.changes) throw changedMeanwhile();
}

/** The row names another one, whatever becomes of the object. */
async function forget(env: Env, { emblemId }: Found["row"]): Promise<void> {
  if (emblemId !== null) await env.FILES?.delete(emblemId).catch(logBug);
}

function linesOf({ government, office, address, contact }: LetterheadLines): LetterheadLines {
  return { government, office, address, contact };
}

function emblemOf(env: Env, { emblemSha256 }: Found["row"]): string | null {
  return env.FILES === undefined ? null : emblemSha256;
}

function requireEmblem({ emblemId, emblemType, emblemBytes, emblemSha256 }: Found["row"]) {
  if (emblemId === null || emblemType === null || emblemBytes === null || emblemSha256 === null) {
    throw notFound();
  }
  return {
    id: emblemId,
    name: emblemType === "image/png" ? "lambang.png" : "lambang.jpg",
    contentType: emblemType,
    sizeBytes: emblemBytes,
    sha256: emblemSha256,
  };
}
