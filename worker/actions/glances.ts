import type { RoomPerson, VillageBadge } from "../../party/room-person.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";

/** The people of one village, or of one office, who have a document open. */
export interface PresentGroup {
  village: VillageBadge | null;
  office: string | null;
  names: string[];
}

export interface Glance {
  present: PresentGroup[];
  /** Milliseconds since 1970; null while nobody has written. */
  lastEditedAt: number | null;
}

/** Each glance is a call to a room, and one request makes a bounded number of them. */
export const glancesPerRequest = 20;

export const unseen: Glance = { present: [], lastEditedAt: null };

/** Looks into the rooms of the first documents. */
export async function glanceAt(
  env: Env,
  documents: readonly { id: string }[],
): Promise<Map<string, Glance>> {
  const glances = documents
    .slice(0, glancesPerRequest)
    .map(async ({ id }) => [id, await glanceInto(env, id)] as const);
  return new Map(await Promise.all(glances));
}

async function glanceInto(env: Env, documentId: string): Promise<Glance> {
  try {
    const room = await env.DOCUMENT_ROOM.getByName(documentId).glance();
    return { present: groupPresent(room.present), lastEditedAt: room.lastEditedAt };
  } catch (error) {
    // One room that cannot answer must not take a whole list away from everybody.
    logBug(error);
    return unseen;
  }
}

/** Villages first, by name; a name once, however many devices its owner brought. */
export function groupPresent(present: readonly RoomPerson[]): PresentGroup[] {
  const groups = new Map<string, PresentGroup>();
  for (const { village, office, name } of present) {
    const key = JSON.stringify([village?.id, office]);
    const group = groups.get(key) ?? { village, office, names: [] };
    if (!group.names.includes(name)) group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].sort(byVillageThenOffice);
}

function byVillageThenOffice(a: PresentGroup, b: PresentGroup): number {
  if ((a.village === null) !== (b.village === null)) return a.village === null ? 1 : -1;
  return nameOf(a).localeCompare(nameOf(b), "id");
}

function nameOf({ village, office }: PresentGroup): string {
  return village?.name ?? office ?? "";
}
