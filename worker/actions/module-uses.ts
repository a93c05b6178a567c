import { noteUses, selectLinkedModules } from "../db/modules.ts";
import { openDatabase } from "../db/open.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { placeOnceMade } from "./place-now.ts";

/** Each of them is asked where it stands: more than any agenda holds. */
const modulesAtOnce = 50;

interface Moment {
  forumId: string;
  /** Of the item of the agenda that ended alone; null for all of them. */
  itemId: string | null;
  /** Whether it counts over what was noted of this forum before. */
  isNewest: boolean;
}

/**
 * Which modules a forum has before it, and as what: noted when it begins, when an item of its agenda
 * ends, and for what was put on the agenda in between, when it ends. The act itself never fails by it.
 */
export async function noteModuleUses(
  env: Env,
  { forumId, itemId, isNewest }: Moment,
): Promise<void> {
  try {
    const db = openDatabase(env);
    const linked = await selectLinkedModules(db, forumId);
    const ids = linked
      .filter(({ status }) => status !== "withdrawn")
      .filter((each) => itemId === null || each.itemId === itemId)
      .map(({ id }) => id);
    const at = Date.now();
    const found = await Promise.all(
      [...new Set(ids)].slice(0, modulesAtOnce).map(async (documentId) => {
        const place = await placeOnceMade(env, documentId).catch(() => null);
        return { documentId, forumId, place: place ?? 0, at, isKnown: place !== null };
      }),
    );
    for (const isKnown of [true, false]) {
      const uses = found.filter((use) => use.isKnown === isKnown);
      if (uses.length > 0) await noteUses(db, uses, isNewest && isKnown);
    }
  } catch (error) {
    logBug(error);
  }
}
