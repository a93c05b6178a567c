import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import {
  regulationClosesCircle,
  regulationKnown,
  regulationReplacesItself,
  withdrawnBeforeInForce,
} from "../../domain/refusals/regulations.ts";
import { changedMeanwhile, invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import {
  type RegulationStanding,
  regulationKey,
  shortName,
  standingOf,
} from "../../domain/regulations.ts";
import type { DocumentKind } from "../../domain/statuses.ts";
import { dayInWib } from "../../domain/wib.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { selectQuestionsOn } from "../db/questions.ts";
import {
  insertRegulation,
  type RegulationRow,
  selectCiting,
  selectRegulations,
  updateRegulation,
} from "../db/regulations.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf, districtActor, districtsOf } from "./actor.ts";
import { programActor } from "./program-actor.ts";
import { byWhom, record } from "./record.ts";

/** What facilitators write of a regulation; days are YYYY-MM-DD in WIB. */
export interface RegulationWords {
  kind: string;
  number: string;
  year: number;
  about: string;
  inForceSince: string | null;
  withdrawnOn: string | null;
  replacedById: string | null;
  isConfirmed: boolean;
}

/** A regulation as everybody reads it. */
export interface Regulation extends RegulationWords {
  id: string;
  standing: RegulationStanding;
  /** Goes back with a change, so that nobody overwrites another's. */
  changedAt: number;
}

export interface RegulationPage {
  regulation: Regulation;
  /** What cites it, of what the reader may see. */
  citedIn: {
    documentId: string;
    title: string;
    kind: DocumentKind;
    forumTitle: string;
    isInText: boolean;
    noteCount: number;
  }[];
  /** Questions whose standing answer rests on it. */
  questions: { id: string; title: string }[];
}

/** Of every district in which the person is somebody. */
export async function readRegulations(
  env: Env,
  me: SignedIn,
  now: number,
): Promise<{ regulations: Regulation[]; mayEdit: boolean }> {
  const rows = await selectNear(openDatabase(env), me);
  return { regulations: rows.map((row) => shownOf(row, rows, now)), mayEdit: mayEdit(me) };
}

/** @throws notFound */
export async function readRegulation(
  env: Env,
  me: SignedIn,
  regulationId: string,
  now: number,
): Promise<RegulationPage> {
  const db = openDatabase(env);
  const rows = await selectNear(db, me);
  const row = rows.find(({ id }) => id === regulationId);
  if (row === undefined) throw notFound();
  const citing = Map.groupBy(
    await selectCiting(db, me.person.id, regulationId, [row.districtId]),
    ({ document }) => document.id,
  );
  const citedIn = [...citing.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const { document, forum, isInText, noteCount } = first;
    const roles = places.flatMap(({ role }) => role ?? []);
    if (!can(actorOf(me, forum, roles), "document.see", document)) return [];
    const { id: documentId, title, kind } = document;
    return [{ documentId, title, kind, forumTitle: forum.title, isInText, noteCount }];
  });
  const mayShare = can(programActor(me), "sharing.see") && row.districtId === me.district.id;
  const questions = mayShare ? await selectQuestionsOn(db, me.district.id, regulationId) : [];
  return { regulation: shownOf(row, rows, now), citedIn, questions };
}

/** @throws notAllowed, regulationKnown, withdrawnBeforeInForce */
export async function addRegulation(
  env: Env,
  me: SignedIn,
  { id, ...words }: RegulationWords & { id: string },
  now: number,
): Promise<void> {
  requireEditor(me);
  const db = openDatabase(env);
  const own = await selectRegulations(db, [me.district.id]);
  const repeated = own.find((row) => row.id === id);
  const clean = cleanWords(words);
  if (repeated && repeated.regulationKey === clean.regulationKey) return;
  requireReplacement(own, { id, ...clean });
  const [added] = await record(db, {
    facts: [factOf(me, "regulationAdded", id)],
    now,
    change: [
      insertRegulation(db, {
        ...{ id, ...clean, districtId: me.district.id, createdAt: now, changedAt: now },
      }),
    ],
    onlyIfChanged: true,
  });
  if (!added?.meta.changes) throw regulationKnown(shortName(clean));
}

/** @throws notFound, notAllowed, changedMeanwhile, and what the register does not take */
export async function changeRegulation(
  env: Env,
  me: SignedIn,
  regulationId: string,
  { basedOn, ...words }: RegulationWords & { basedOn: number },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const near = await selectNear(db, me);
  const row = near.find(({ id }) => id === regulationId);
  if (row === undefined) throw notFound();
  requireEditor(me);
  if (row.districtId !== me.district.id) throw notAllowed();
  const own = near.filter(({ districtId }) => districtId === row.districtId);
  const clean = cleanWords(words);
  requireReplacement(own, { id: regulationId, ...clean });
  const isTaken = own.some(
    (each) => each.id !== regulationId && each.regulationKey === clean.regulationKey,
  );
  if (isTaken) throw regulationKnown(shortName(clean));
  const [changed] = await record(db, {
    facts: [factOf(me, "regulationChanged", regulationId)],
    now,
    change: [
      updateRegulation(
        db,
        { ...row, changedAt: basedOn },
        { ...clean, changedAt: Math.max(now, row.changedAt + 1) },
      ),
    ],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

function selectNear(db: Database, me: SignedIn): Promise<RegulationRow[]> {
  return selectRegulations(db, [...new Set([me.district.id, ...districtsOf(me)])]);
}

function mayEdit(me: SignedIn): boolean {
  return can(districtActor(me), "regulation.edit");
}

function requireEditor(me: SignedIn): void {
  if (!mayEdit(me)) throw notAllowed();
}

/** @throws regulationReplacesItself, regulationClosesCircle, invalidField */
function requireReplacement(
  own: readonly RegulationRow[],
  { id, replacedById, ...facts }: Pick<RegulationRow, "id" | "replacedById"> & RegulationWords,
): void {
  if (replacedById === null) return;
  if (replacedById === id) throw regulationReplacesItself();
  const line = [shortName(facts)];
  const seen = new Set<string>();
  for (let next: string | null = replacedById; next !== null && !seen.has(next); ) {
    seen.add(next);
    const row = own.find((each) => each.id === next);
    if (row === undefined) throw invalidField("replacedById");
    line.push(shortName(row));
    if (row.replacedById === id) throw regulationClosesCircle([...line, shortName(facts)]);
    next = row.replacedById;
  }
}

/** @throws invalidField, withdrawnBeforeInForce */
function cleanWords(words: RegulationWords): RegulationWords & { regulationKey: string } {
  const kind = cleanLine(words.kind);
  const number = cleanLine(words.number);
  const about = cleanLine(words.about);
  if (!/\p{L}/u.test(kind)) throw invalidField("kind");
  if (number === "") throw invalidField("number");
  if (!/\p{L}/u.test(about)) throw invalidField("about");
  const { inForceSince, withdrawnOn } = words;
  if (withdrawnOn !== null && withdrawnOn < (inForceSince ?? "")) throw withdrawnBeforeInForce();
  const clean = { ...words, kind, number, about };
  return { ...clean, regulationKey: regulationKey(clean) };
}

function shownOf(row: RegulationRow, rows: readonly RegulationRow[], now: number): Regulation {
  const { districtId: _, regulationKey: __, createdAt: ___, ...shown } = row;
  const replacement = rows.find(({ id }) => id === row.replacedById) ?? null;
  return { ...shown, standing: standingOf(row, replacement, dayInWib(now)) };
}

function factOf(me: SignedIn, action: "regulationAdded" | "regulationChanged", subjectId: string) {
  return { ...byWhom(me), action, subjectKind: "regulation", subjectId } as const;
}
