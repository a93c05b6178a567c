import { isFrozen, type VersionKind } from "../../domain/statuses.ts";
import { openDatabase } from "../db/open.ts";
import { insertVersionOnce, selectDocumentsOfItem } from "../db/versions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { noteModuleUses } from "./module-uses.ts";
import { placeNow } from "./place-now.ts";

interface Noted {
  documentId: string;
  kind: VersionKind;
  name: string;
  personId: string;
}

/**
 * A version that an act leaves behind, where the room answers: the act itself never fails by it.
 * @param knownPlace where the act stood on a place of the record, and not on what stands there now
 */
export async function noteVersion(env: Env, noted: Noted, knownPlace?: number): Promise<void> {
  try {
    const place = knownPlace ?? (await placeNow(env, noted.documentId));
    if (place === null) return;
    const version = { ...noted, id: crypto.randomUUID(), place, at: Date.now() };
    await insertVersionOnce(openDatabase(env), version);
  } catch (error) {
    logBug(error);
  }
}

/** An item of the agenda came to its end: what was dealt with under it, and the minutes. */
export async function noteItemEnded(
  env: Env,
  forumId: string,
  item: { id: string; title: string },
  personId: string,
): Promise<void> {
  try {
    const documents = await selectDocumentsOfItem(openDatabase(env), forumId, item.id);
    await noteModuleUses(env, { forumId, itemId: item.id, isNewest: true });
    const live = documents.filter(({ status }) => !isFrozen(status));
    const of = { kind: "agendaItem", name: item.title, personId } as const;
    await Promise.all(live.map(({ id }) => noteVersion(env, { documentId: id, ...of })));
  } catch (error) {
    logBug(error);
  }
}
