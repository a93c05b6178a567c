import { maxAgendaItems, maxItemTitleLength } from "../../domain/agenda-order.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { agendaFull } from "../../domain/refusals/prepare.ts";
import { changedMeanwhile, invalidField, notFound } from "../../domain/refusals.ts";
import {
  type AgendaChanges,
  type AgendaFields,
  addAgendaItem,
  deleteAgendaItem,
  linkDocuments,
  orderAgenda,
  unlinkDocuments,
  updateAgendaItem,
} from "../db/agenda.ts";
import { selectAgenda } from "../db/forums.ts";
import { type Database, openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { requireConfigurable } from "./people.ts";
import { byWhom, record } from "./record.ts";

interface Item {
  forumId: string;
  itemId: string;
}

export async function addItem(
  env: Env,
  me: SignedIn,
  order: AgendaFields & { forumId: string; documentIds: readonly string[] },
  now: number,
): Promise<{ itemId: string }> {
  const db = openDatabase(env);
  const { forumId, documentIds, kind, durationMinutes } = order;
  const forum = await requireConfigurable(db, me, forumId, []);
  const title = readTitle(order.title);
  const agenda = await selectAgenda(db, forumId);
  if (agenda.length >= maxAgendaItems) throw agendaFull(maxAgendaItems);
  const itemId = crypto.randomUUID();
  const id = itemId;
  await record(db, {
    facts: [fact(me, forum, itemId, "added")],
    now,
    change: [
      ...addAgendaItem(db, forumId, { id, title, kind, durationMinutes }),
      ...linkDocuments(db, { forumId, id }, documentIds),
    ],
  });
  return { itemId };
}

/** @throws changedMeanwhile where a field is not as the sender saw it, notFound for a removed item */
export async function changeItem(
  env: Env,
  me: SignedIn,
  order: Item & {
    changes: AgendaChanges;
    basedOn: AgendaChanges;
    documentIds?: readonly string[] | undefined;
  },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { forumId, itemId, basedOn, documentIds } = order;
  const forum = await requireConfigurable(db, me, forumId, []);
  const current = await requireItem(db, order);
  const { title, ...rest } = order.changes;
  const changes = title === undefined ? rest : { ...rest, title: readTitle(title) };
  // One statement that touches the row where all is as it was seen, also when links alone change.
  const written = Object.keys(changes).length > 0 ? changes : { kind: current.kind };
  const [changed] = await record(db, {
    facts: [fact(me, forum, itemId, "changed")],
    now,
    change: [updateAgendaItem(db, { forumId, id: itemId }, written, basedOn)],
    onlyIfChanged: true,
    after: documentIds ? linkDocuments(db, { forumId, id: itemId }, documentIds) : [],
  });
  if (changed?.meta.changes) return;
  await requireItem(db, order);
  throw changedMeanwhile();
}

/** Takes an item off the agenda; what the minutes hold under it stays there. */
export async function removeItem(
  env: Env,
  me: SignedIn,
  { forumId, itemId }: Item,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const forum = await requireConfigurable(db, me, forumId, []);
  await requireItem(db, { forumId, itemId });
  await record(db, {
    facts: [fact(me, forum, itemId, "removed")],
    now,
    change: [unlinkDocuments(db, itemId), deleteAgendaItem(db, forumId, itemId)],
    onlyIfChanged: true,
  });
}

/** @throws changedMeanwhile where somebody else added, removed or moved an item first */
export async function orderItems(
  env: Env,
  me: SignedIn,
  order: { forumId: string; itemIds: readonly string[]; basedOn: readonly string[] },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { forumId, itemIds, basedOn } = order;
  const forum = await requireConfigurable(db, me, forumId, []);
  if (!isSameSet(itemIds, basedOn)) throw invalidField("itemIds");
  const [changed] = await record(db, {
    facts: [fact(me, forum, null, "ordered")],
    now,
    change: [orderAgenda(db, forumId, itemIds, basedOn)],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

/** Whether both hold the same ids, each once. */
export function isSameSet(ids: readonly string[], others: readonly string[]): boolean {
  const set = new Set(ids);
  return (
    set.size === ids.length && ids.length === others.length && others.every((id) => set.has(id))
  );
}

function fact(
  me: SignedIn,
  forum: { id: string; districtId: string },
  itemId: string | null,
  change: "added" | "changed" | "removed" | "ordered",
) {
  return {
    ...byWhom(me, forum.districtId),
    action: "agendaChanged" as const,
    subjectKind: "forum" as const,
    subjectId: forum.id,
    forumId: forum.id,
    details: { change, ...(itemId === null ? {} : { itemId }) },
  };
}

async function requireItem(db: Database, { forumId, itemId }: Item) {
  const item = (await selectAgenda(db, forumId)).find(({ id }) => id === itemId);
  if (item === undefined) throw notFound();
  return item;
}

function readTitle(text: string): string {
  const title = cleanLine(text);
  if (!/[\p{L}\p{N}]/u.test(title) || title.length > maxItemTitleLength) {
    throw invalidField("title");
  }
  return title;
}
