import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { openDatabase } from "../db/open.ts";
import {
  priorityBallots,
  priorityVotes,
  priorityVoteVillages,
  problemMerges,
  problemSources,
  problems,
  problemVillages,
} from "../db/problems-schema.ts";

interface Given extends Partial<typeof problems.$inferInsert> {
  /** Told directly. */
  villageIds?: readonly string[];
}

/** Of the test world's first district, told directly, as heavy as they come in the middle. */
export async function addProblem(
  id: string,
  { villageIds = [], ...given }: Given = {},
): Promise<void> {
  const db = openDatabase(env);
  await db.insert(problems).values({
    ...{ id, districtId: "99.01.01", theme: "tax", title: `Masalah ${id}`, note: "" },
    ...{ urgency: 3, impact: 3, frequency: 3, revision: 0, createdAt: 0 },
    madeByPersonId: "facilitator",
    ...given,
  });
  await addProblemSource(`direct-${id}`, { problemId: id, kind: "direct" }, villageIds);
}

type Source = Partial<typeof problemSources.$inferInsert> &
  Pick<typeof problemSources.$inferInsert, "problemId" | "kind">;

export async function addProblemSource(
  id: string,
  source: Source,
  villageIds: readonly string[] = [],
): Promise<void> {
  const db = openDatabase(env);
  await db
    .insert(problemSources)
    .values({ addedByPersonId: "facilitator", addedAt: 0, ...source, id });
  for (const villageId of villageIds) {
    await db.insert(problemVillages).values({ sourceId: id, villageId });
  }
}

/** Open for an hour, of Desa Contoh A. */
export async function addVote(
  id: string,
  given: Partial<typeof priorityVotes.$inferInsert> & { problemIds: readonly string[] },
): Promise<void> {
  const db = openDatabase(env);
  await db.insert(priorityVotes).values({
    ...{ id, districtId: "99.01.01", title: "Prioritas", choices: 1, isOpenVote: true },
    ...{ openedByPersonId: "facilitator", openedAt: 0, endsAt: Date.now() + 3_600_000 },
    ...given,
  });
  await db.insert(priorityVoteVillages).values({ voteId: id, villageId: "village-a" });
}

/** Before: `parts` are on the map, `id` too. */
export async function mergeProblemsInto(id: string, parts: readonly string[]): Promise<void> {
  const db = openDatabase(env);
  for (const problemId of parts) {
    await db.insert(problemMerges).values({ problemId, intoId: id, mergedAt: 0 });
    await db.update(problems).set({ mergedIntoId: id }).where(eq(problems.id, problemId));
  }
}

export async function forgetProblems(): Promise<void> {
  const db = openDatabase(env);
  await db.delete(priorityBallots);
  await db.delete(priorityVoteVillages);
  await db.delete(priorityVotes);
  await db.delete(problemVillages);
  await db.delete(problemSources);
  await db.delete(problemMerges);
  await db.update(problems).set({ mergedIntoId: null });
  await db.delete(problems);
}
