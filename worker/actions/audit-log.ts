import type { AuditAction, AuditSubject } from "../../domain/audit.ts";
import { type Actor, can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import {
  type AuditFilter,
  type AuditFound,
  selectActors,
  selectDistrictNames,
  selectForumsOf,
  selectNewest,
} from "../db/audit-reading.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf, districtsOf } from "./actor.ts";

/** What a reader asks for; the days are of WIB, both inside. */
export interface AuditQuestion {
  district?: string | undefined;
  person?: string | undefined;
  action?: AuditAction | undefined;
  subjectKind?: AuditSubject | undefined;
  subject?: string | undefined;
  forum?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

type Details = Record<string, string | number | boolean | null>;

/** A row as a reader sees it; a person or details that were withheld or cannot be read are null. */
export interface AuditEntry {
  seq: number;
  at: number;
  person: { id: string; name: string | null } | null;
  /** Of an unnamed case who it was is told to its facilitators alone, of a hidden question to nobody. */
  isMasked: boolean;
  roles: string[];
  action: string;
  subject: { kind: string; id: string; name: string | null };
  forum: { id: string; title: string | null } | null;
  details: Details | null;
  previousHash: string;
  hash: string;
}

export interface AuditPage {
  rows: AuditEntry[];
  /** Where the next page begins; null on the last one. */
  before: number | null;
}

const rowsPerPage = 50;

/** @throws notFound for who may read no log of the district */
export async function readAuditLog(
  env: Env,
  me: SignedIn,
  question: AuditQuestion,
  before: number | undefined,
): Promise<AuditPage> {
  const reader = requireReader(me, question.district);
  const found = await selectNewest(
    openDatabase(env),
    filterOf(reader, question),
    before,
    rowsPerPage + 1,
  );
  const rows = found.slice(0, rowsPerPage).map((each) => entryOf(reader, each));
  const last = rows.at(-1);
  return { rows, before: found.length > rowsPerPage && last ? last.seq : null };
}

export interface AuditChoices {
  districts: { id: string; name: string }[];
  people: { id: string; name: string }[];
  forums: { id: string; title: string }[];
  /** Whether the reader has the whole log of the district, and so can check its chain. */
  isWhole: boolean;
}

/** What the filters offer. @throws notFound */
export async function readAuditChoices(
  env: Env,
  me: SignedIn,
  district: string | undefined,
): Promise<AuditChoices> {
  const reader = requireReader(me, district);
  const db = openDatabase(env);
  const readable = districtsOf(me).filter((id) => mayRead(actorIn(me, id), null));
  return {
    districts: await selectDistrictNames(db, [...new Set([reader.districtId, ...readable])]),
    people: await selectActors(db, filterOf(reader, {})),
    forums: await selectForumsOf(db, reader.districtId),
    isWhole: !reader.onlyForums,
  };
}

export interface AuditReader {
  actor: Actor;
  districtId: string;
  onlyForums: boolean;
}

/**
 * Without a district the own one, or for guests the first that lets them read.
 * @throws notFound, also for a district in which the person is nobody
 */
export function requireReader(me: SignedIn, asked?: string): AuditReader {
  const candidates = asked === undefined ? [me.district.id, ...districtsOf(me)] : [asked];
  for (const districtId of candidates) {
    const actor = actorIn(me, districtId);
    const onlyForums = !mayRead(actor, null);
    // Any forum of the district: a facilitator's forums are all of these.
    if (!onlyForums || mayRead(actor, "any")) return { actor, districtId, onlyForums };
  }
  throw notFound();
}

/** @throws notFound for who has only a part of it */
export function requireWholeLog(me: SignedIn, districtId?: string): AuditReader {
  const reader = requireReader(me, districtId);
  if (reader.onlyForums) throw notFound();
  return reader;
}

export function filterOf(reader: AuditReader, question: AuditQuestion): AuditFilter {
  return {
    districtId: reader.districtId,
    onlyForums: reader.onlyForums,
    hidesPeople: !can(reader.actor, "document.unmask"),
    personId: question.person,
    action: question.action,
    subjectKind: question.subjectKind,
    subjectId: question.subject,
    forumId: question.forum,
    since: question.from === undefined ? undefined : startOfDay(question.from),
    until: question.to === undefined ? undefined : startOfDay(question.to) + dayMs,
  };
}

/** In an unnamed case a reader is told what happened, and of who it was nothing that betrays them. */
export function entryOf(reader: AuditReader, found: AuditFound): AuditEntry {
  const { row } = found;
  // Of a hidden question no person is written down.
  const isHidden = row.subjectKind === "question" && row.personId === null;
  const isMasked = isHidden || (found.isUnnamed && !can(reader.actor, "document.unmask"));
  return {
    seq: row.seq,
    at: row.at,
    person: isMasked || row.personId === null ? null : { id: row.personId, name: found.personName },
    isMasked,
    roles: isMasked ? [] : row.roles.split(",").filter((role) => role !== ""),
    action: row.action,
    subject: {
      kind: row.subjectKind,
      id: row.subjectId,
      name: subjectNameOf(reader, found),
    },
    forum: row.forumId === null ? null : { id: row.forumId, title: found.forumTitle },
    details: isMasked ? shownWhenMasked(readDetails(row.details)) : readDetails(row.details),
    previousHash: row.previousHash,
    hash: row.hash,
  };
}

function subjectNameOf({ actor }: AuditReader, found: AuditFound): string | null {
  switch (found.row.subjectKind) {
    case "person":
      return found.subjectName;
    case "forum":
      return found.forumTitle;
    case "document":
      return found.document !== null && can(actor, "document.see", found.document)
        ? found.document.title
        : null;
    default:
      return null;
  }
}

/** A row that somebody spoiled is still a row. */
function readDetails(stored: string): Details | null {
  try {
    const details: unknown = JSON.parse(stored);
    if (typeof details !== "object" || details === null || Array.isArray(details)) return null;
    return details as Details;
  } catch {
    return null;
  }
}

/** Codes of statuses alone: not the salt, which keeps the hash from betraying the rest. */
function shownWhenMasked(details: Details | null): Details | null {
  if (details === null) return null;
  return Object.fromEntries(
    Object.entries(details).filter(([name]) => ["from", "to"].includes(name)),
  );
}

function actorIn(me: SignedIn, districtId: string): Actor {
  return actorOf(me, { districtId, inspectorateSees: false }, []);
}

function mayRead(actor: Actor, forumId: string | null): boolean {
  return can(actor, "audit.read", { forumId });
}

const dayMs = 24 * 3_600_000;

/** @param day as 2026-11-24, in WIB, which is UTC+7 all the year */
function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}
