import { can } from "../../domain/permissions.ts";
import type { ProblemState } from "../../domain/problems/rules.ts";
import type { Level } from "../../domain/problems/scales.ts";
import { type Theme, themes } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { findOpenVote } from "../db/priority-votes.ts";
import { selectMapVillages } from "../db/problems.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { ProblemMap, requireMapReader, type SeenProblem } from "./problem-map-reader.ts";

export interface MapOverview {
  villages: VillageBadge[];
  /** Which problems meet where: place of the theme, place of the village, how many, the heaviest. */
  cells: [theme: number, village: number, count: number, weight: number][];
  /** Of each theme that has problems; those without a village that the reader may know apart. */
  themes: [theme: number, count: number, weight: number, withoutVillage: number][];
  /** What several villages have, most villages first; and how many more there are. */
  shared: { id: string; title: string; theme: number; weight: number; villages: number[] }[];
  sharedCount: number;
  living: number;
  setAside: number;
  vote: { id: string; title: string; endsAt: number } | null;
  mayEdit: boolean;
}

export interface ListedProblem {
  id: string;
  title: string;
  theme: Theme;
  urgency: number;
  impact: number;
  frequency: number;
  weight: number;
  level: Level;
  state: ProblemState;
  revision: number;
  villages: VillageBadge[];
  sourceCount: number;
}

export interface ProblemQuestion {
  theme: Theme | null;
  /** A village's id; "none" for those without one that the reader may know, "shared" for several. */
  village: string | null;
  state: "living" | "setAside" | "merged";
  order: "weight" | "villages" | "newest";
  from: number;
}

const shownShared = 8;
export const listedAtOnce = 30;

/** The map at a glance; its problems are asked for by `readProblems`. @throws notFound */
export async function readMap(env: Env, me: SignedIn, now: number): Promise<MapOverview> {
  const actor = requireMapReader(me);
  const db = openDatabase(env);
  const [map, vote] = await Promise.all([
    ProblemMap.load(db, me),
    findOpenVote(db, me.district.id, now),
  ]);
  const all = [...map.problems.values()];
  const living = all.filter(({ state }) => state === "living");
  const named = [...new Set(living.flatMap(({ villageIds }) => villageIds))];
  const villages = await villagesFor(env, db, me, named);
  const placeOf = new Map(villages.map(({ id }, place) => [id, place]));
  const shared = living.filter(({ villageIds }) => villageIds.length > 1).sort(byVillages);
  return {
    villages,
    ...sumsOf(living, placeOf),
    shared: shared.slice(0, shownShared).map(({ id, title, theme, weight, villageIds }) => ({
      ...{ id, title, weight, theme: themes.indexOf(theme) },
      villages: villageIds.map((villageId) => placeOf.get(villageId) ?? 0).sort((a, b) => a - b),
    })),
    sharedCount: shared.length,
    living: living.length,
    setAside: all.filter(({ state }) => state === "setAside").length,
    vote,
    mayEdit: can(actor, "problemMap.edit"),
  };
}

/** @throws notFound */
export async function readProblems(
  env: Env,
  me: SignedIn,
  { theme, village, state, order, from }: ProblemQuestion,
): Promise<{ problems: ListedProblem[]; count: number; mayEdit: boolean }> {
  const actor = requireMapReader(me);
  const db = openDatabase(env);
  const map = await ProblemMap.load(db, me);
  const found = [...map.problems.values()].filter(
    (problem) =>
      problem.state === state &&
      (theme === null || problem.theme === theme) &&
      isOf(problem, village),
  );
  const sorted = found.sort(orders[order]).slice(from, from + listedAtOnce);
  const badges = await badgesOf(db, me);
  return {
    problems: sorted.map((problem) => listedProblem(problem, badges)),
    count: found.length,
    mayEdit: can(actor, "problemMap.edit"),
  };
}

/** Each village of the district by its id. */
export async function badgesOf(db: Database, me: SignedIn): Promise<Map<string, VillageBadge>> {
  const rows = await selectMapVillages(db, me.district.id);
  return new Map(rows.map(({ id, name, colour }) => [id, { id, name, colour }]));
}

export function listedProblem(
  problem: SeenProblem,
  badges: ReadonlyMap<string, VillageBadge>,
): ListedProblem {
  const { id, title, theme, urgency, impact, frequency, weight, level, state, revision } = problem;
  return {
    ...{ id, title, theme, urgency, impact, frequency, weight, level, state, revision },
    villages: villagesNamed(problem.villageIds, badges),
    sourceCount: problem.sources.length,
  };
}

/** In the order of their names. */
export function villagesNamed(
  ids: readonly string[],
  badges: ReadonlyMap<string, VillageBadge>,
): VillageBadge[] {
  return ids
    .flatMap((id) => badges.get(id) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, "id"));
}

/** Those of the reader's kind, for whom example villages are or are not, and these. */
export async function villagesFor(
  env: Env,
  db: Database,
  me: SignedIn,
  ids: readonly string[],
): Promise<VillageBadge[]> {
  const rows = await selectMapVillages(db, me.district.id);
  return rows
    .filter(
      (village) =>
        ids.includes(village.id) || (village.isDemo === me.person.isDemo && mayExist(village, env)),
    )
    .map(({ id, name, colour }) => ({ id, name, colour }));
}

function sumsOf(living: readonly SeenProblem[], placeOf: ReadonlyMap<string, number>) {
  const cells = new Map<string, [number, number, number, number]>();
  const rows = new Map<number, [number, number, number, number]>();
  for (const { theme, weight, villageIds } of living) {
    const at = themes.indexOf(theme);
    const row = rows.get(at) ?? [at, 0, 0, 0];
    rows.set(at, [
      at,
      row[1] + 1,
      Math.max(row[2], weight),
      row[3] + (villageIds.length === 0 ? 1 : 0),
    ]);
    for (const villageId of villageIds) {
      const place = placeOf.get(villageId);
      if (place === undefined) continue;
      const key = `${at} ${place}`;
      const cell = cells.get(key) ?? [at, place, 0, 0];
      cells.set(key, [at, place, cell[2] + 1, Math.max(cell[3], weight)]);
    }
  }
  return { cells: [...cells.values()], themes: [...rows.values()] };
}

function isOf({ villageIds }: SeenProblem, village: string | null): boolean {
  if (village === null) return true;
  if (village === "none") return villageIds.length === 0;
  if (village === "shared") return villageIds.length > 1;
  return villageIds.includes(village);
}

type Order = (a: SeenProblem, b: SeenProblem) => number;

const byTitle: Order = (a, b) => a.title.localeCompare(b.title, "id");
const byWeight: Order = (a, b) =>
  b.weight - a.weight || b.villageIds.length - a.villageIds.length || byTitle(a, b);
const byVillages: Order = (a, b) => b.villageIds.length - a.villageIds.length || byWeight(a, b);
const orders: Record<ProblemQuestion["order"], Order> = {
  weight: byWeight,
  villages: byVillages,
  newest: (a, b) => b.createdAt - a.createdAt || byTitle(a, b),
};
