import { maxMerged } from "../../domain/problems/rules.ts";
import { problemMovedOn, problemNotLiving } from "../../domain/refusals/problems.ts";
import { invalidField, notFound } from "../../domain/refusals.ts";
import { type Database, openDatabase } from "../db/open.ts";
import {
  areLiving,
  insertProblem,
  isMergeSeen,
  isNew,
  mergeInto,
  type Seen,
  separate,
} from "../db/problem-changes.ts";
import { refuseUnless, wasRefused } from "../db/refuse-unless.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import {
  cleanWords,
  isThereAlready,
  newProblem,
  type ProblemWords,
  problemFact,
  recordOr,
} from "./problem-changes.ts";
import { ProblemMap, requireEditable, requireMapEditor } from "./problem-map-reader.ts";
import { record } from "./record.ts";

interface MergeOrder extends ProblemWords {
  /** Of the problem that they become. */
  id: string;
  parts: readonly Seen[];
}

/**
 * Several problems under one name: its sources and villages are theirs, and votes for them count for
 * it. All of it or nothing. @throws notFound, notAllowed, invalidField, problemMovedOn
 */
export async function mergeProblems(
  env: Env,
  me: SignedIn,
  { id, parts, ...words }: MergeOrder,
  now: number,
): Promise<void> {
  requireMapEditor(me);
  const ids = new Set(parts.map((part) => part.id));
  if (ids.size !== parts.length || ids.size < 2 || ids.size > maxMerged || ids.has(id)) {
    throw invalidField("parts");
  }
  const clean = cleanWords(words);
  const db = openDatabase(env);
  if (await isThereAlready(db, me, id)) return;
  const map = await ProblemMap.load(db, me);
  for (const part of parts) map.require(part.id);
  try {
    await record(db, {
      facts: [problemFact(me, "problemsMerged", id, { parts: parts.length })],
      now,
      change: [
        refuseUnless(db, areLiving(me.district.id, parts)),
        refuseUnless(db, isNew(id)),
        insertProblem(db, newProblem(me, { id, ...clean }, now)),
        ...mergeInto(db, id, parts, now),
      ],
    });
  } catch (error) {
    if (!wasRefused(error)) throw error;
    if (await isThereAlready(db, me, id)) return;
    throw await movedOn(db, me, parts);
  }
}

/** Puts the parts back as they were. @throws notFound, notAllowed, problemNotLiving */
export async function separateProblem(
  env: Env,
  me: SignedIn,
  seen: Seen,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  await requireEditable(db, me, seen.id);
  await recordOr(problemNotLiving, db, {
    facts: [problemFact(me, "problemsSeparated", seen.id)],
    now,
    change: [
      refuseUnless(db, isMergeSeen(seen)),
      ...separate(db, seen, { personId: me.person.id, now }),
    ],
  });
}

/** Which of them another facilitator was first at, and what became of it. */
async function movedOn(db: Database, me: SignedIn, parts: readonly Seen[]) {
  const { problems } = await ProblemMap.load(db, me);
  for (const { id, revision } of parts) {
    const now = problems.get(id);
    if (now === undefined) return notFound();
    const into = now.mergedIntoId === null ? undefined : problems.get(now.mergedIntoId);
    if (into) return problemMovedOn(now.title, into.title);
    if (now.revision !== revision || now.state !== "living") return problemMovedOn(now.title, null);
  }
  return invalidField("id");
}
