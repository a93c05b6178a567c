import type { AuditAction, AuditFact } from "../../domain/audit.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { maxProblemNote, maxProblemTitle } from "../../domain/problems/rules.ts";
import { problemScales, type Scales } from "../../domain/problems/scales.ts";
import { problemNotLiving } from "../../domain/refusals/problems.ts";
import { changedMeanwhile, invalidField, notFound } from "../../domain/refusals.ts";
import type { Theme } from "../../domain/statuses.ts";
import { type Database, openDatabase } from "../db/open.ts";
import {
  areLiving,
  deleteSource,
  insertProblem,
  insertSource,
  isNew,
  type NewProblem,
  raiseRevision,
  replaceVillages,
  type Seen,
  updateProblem,
  updateSetAside,
} from "../db/problem-changes.ts";
import { findProblem } from "../db/problems.ts";
import { refuseUnless, wasRefused } from "../db/refuse-unless.ts";
import type { SignedIn } from "../db/sessions.ts";
import { countVillages } from "../db/surveys.ts";
import type { Env } from "../env.ts";
import { requireEditable, requireMapEditor } from "./problem-map-reader.ts";
import { findSource, type GivenSource } from "./problem-sources.ts";
import { byWhom, record } from "./record.ts";

/** What a facilitator writes of a problem. */
export interface ProblemWords extends Scales {
  title: string;
  note: string;
  theme: Theme;
}

interface NewOrder extends ProblemWords {
  id: string;
  /** Ticked by hand, beside those that the source names. */
  villageIds: readonly string[];
  source: GivenSource | null;
}

/** @throws notFound, notAllowed, invalidField, and why the source cannot be one */
export async function makeProblem(
  env: Env,
  me: SignedIn,
  { id, villageIds, source, ...words }: NewOrder,
  now: number,
): Promise<void> {
  requireMapEditor(me);
  const db = openDatabase(env);
  const clean = cleanWords(words);
  await requireVillages(db, me, villageIds);
  const found = source && (await findSource(env, me, source));
  const by = { addedByPersonId: me.person.id, addedAt: now };
  if (await isThereAlready(db, me, id)) return;
  try {
    await record(db, {
      facts: [problemFact(me, "problemMade", id, { source: found?.row.kind ?? "direct" })],
      now,
      change: [
        refuseUnless(db, isNew(id)),
        insertProblem(db, newProblem(me, { id, ...clean }, now)),
        ...(found
          ? insertSource(
              db,
              { ...found.row, ...by, id: `${found.row.kind}-${id}`, problemId: id },
              found.villageIds,
            )
          : []),
        ...(villageIds.length > 0 || !found
          ? insertSource(db, { ...by, id: directId(id), problemId: id, kind: "direct" }, villageIds)
          : []),
      ],
    });
  } catch (error) {
    // Sent twice at once, or an id of somewhere else.
    if (!wasRefused(error)) throw error;
    if (!(await isThereAlready(db, me, id))) throw invalidField("id");
  }
}

/** @throws notFound, notAllowed, invalidField, problemNotLiving, changedMeanwhile */
export async function changeProblem(
  env: Env,
  me: SignedIn,
  { id, revision, villageIds, ...words }: ProblemWords & Seen & { villageIds: readonly string[] },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireLiving(db, me, id);
  const clean = cleanWords(words);
  await requireVillages(db, me, villageIds);
  const direct = {
    addedByPersonId: me.person.id,
    addedAt: now,
    problemId: id,
    kind: "direct",
  } as const;
  await recordOr(changedMeanwhile, db, {
    facts: [problemFact(me, "problemChanged", id)],
    now,
    change: [
      refuseUnless(db, areLiving(me.district.id, [{ id, revision }])),
      ...(villageIds.length > 0 ? insertSource(db, { ...direct, id: directId(id) }, []) : []),
      ...replaceVillages(db, directId(id), villageIds),
      updateProblem(db, { id, revision }, clean),
    ],
  });
}

/** Off the map, or back on it. @throws notFound, notAllowed, changedMeanwhile */
export async function setProblemAside(
  env: Env,
  me: SignedIn,
  { isSetAside, ...seen }: Seen & { isSetAside: boolean },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireEditable(db, me, seen.id);
  const [changed] = await record(db, {
    facts: [problemFact(me, isSetAside ? "problemSetAside" : "problemTakenUp", seen.id)],
    now,
    change: [updateSetAside(db, seen, isSetAside ? { at: now, personId: me.person.id } : null)],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

/** To a problem that is there; the same source again adds nothing. @throws as `makeProblem`, problemNotLiving */
export async function addSource(
  env: Env,
  me: SignedIn,
  { problemId, source }: { problemId: string; source: GivenSource },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const problem = await requireLiving(db, me, problemId);
  const found = await findSource(env, me, source);
  const isThere = problem.sources.some((each) => isSame(each, found.row));
  if (isThere) return;
  const by = { addedByPersonId: me.person.id, addedAt: now };
  const id = crypto.randomUUID();
  await recordOr(changedMeanwhile, db, {
    facts: [problemFact(me, "problemSourceAdded", problemId, { source: found.row.kind })],
    now,
    change: [
      refuseUnless(db, areLiving(me.district.id, [problem])),
      ...insertSource(db, { ...found.row, ...by, id, problemId }, found.villageIds),
      raiseRevision(db, problemId),
    ],
  });
}

/**
 * Of the problem itself; a part's own stay with it, and villages that were ticked are unticked.
 * @throws notFound, notAllowed, problemNotLiving, changedMeanwhile
 */
export async function takeSource(
  env: Env,
  me: SignedIn,
  { problemId, sourceId }: { problemId: string; sourceId: string },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const problem = await requireLiving(db, me, problemId);
  const source = problem.sources.find((each) => each.id === sourceId);
  if (!source || source.problemId !== problemId || source.kind === "direct") throw notFound();
  await recordOr(changedMeanwhile, db, {
    facts: [problemFact(me, "problemSourceTaken", problemId, { source: source.kind })],
    now,
    change: [
      refuseUnless(db, areLiving(me.district.id, [problem])),
      ...deleteSource(db, sourceId),
      raiseRevision(db, problemId),
    ],
  });
}

function isSame(one: SourceKey, other: SourceKey): boolean {
  return (["kind", "surveyId", "questionId", "choiceId", "documentId", "threadId"] as const).every(
    (key) => (one[key] ?? null) === (other[key] ?? null),
  );
}

type SourceKey = {
  kind: string;
  surveyId?: string | null | undefined;
  questionId?: string | null | undefined;
  choiceId?: string | null | undefined;
  documentId?: string | null | undefined;
  threadId?: string | null | undefined;
};

/** Whether the sender made it before. @throws invalidField where somebody else did */
export async function isThereAlready(db: Database, me: SignedIn, id: string): Promise<boolean> {
  const known = await findProblem(db, me.district.id, id);
  if (known && known.madeByPersonId !== me.person.id) throw invalidField("id");
  return known !== null;
}

/** A row that is new on the map. */
export function newProblem(
  me: SignedIn,
  words: ProblemWords & { id: string },
  now: number,
): NewProblem {
  return {
    ...words,
    districtId: me.district.id,
    madeByPersonId: me.person.id,
    createdAt: now,
    revision: 0,
  };
}

/** @throws invalidField */
export function cleanWords(words: ProblemWords): ProblemWords {
  const title = cleanLine(words.title);
  if (!/\p{L}/u.test(title) || title.length > maxProblemTitle) throw invalidField("title");
  const note = words.note.trim();
  if (note.length > maxProblemNote) throw invalidField("note");
  const { theme } = words;
  const [urgency, impact, frequency] = problemScales.map((scale) => words[scale]);
  return { title, note, theme, ...({ urgency, impact, frequency } as Scales) };
}

/** @throws notFound, notAllowed, problemNotLiving */
export async function requireLiving(db: Database, me: SignedIn, problemId: string) {
  const { problem } = await requireEditable(db, me, problemId);
  if (problem.state !== "living") throw problemNotLiving();
  return problem;
}

/** Records a change that ends by a refusal where it is not true any more. */
export async function recordOr(
  refusal: () => Error,
  db: Database,
  change: Parameters<typeof record>[1],
) {
  try {
    return await record(db, change);
  } catch (error) {
    throw wasRefused(error) ? refusal() : error;
  }
}

/** What the log says: never which village, case or survey it was. */
export function problemFact(
  me: SignedIn,
  action: AuditAction,
  subjectId: string,
  details: AuditFact["details"] = {},
): AuditFact {
  return { ...byWhom(me), action, subjectKind: "problem", subjectId, details };
}

function directId(problemId: string): string {
  return `direct-${problemId}`;
}

async function requireVillages(db: Database, me: SignedIn, ids: readonly string[]): Promise<void> {
  const isThere = (await countVillages(db, me.district.id, ids)) === new Set(ids).size;
  if (!isThere) throw invalidField("villageIds");
}
