import { type ShownPerson, type ShownVillage, shownTo } from "../../party/masks/shown-person.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";

/** The people of one village, or of one office, who have a document open. */
export interface PresentGroup {
  village: ShownVillage | null;
  office: string | null;
  /** A number where a mask is shown. */
  names: (string | number)[];
}

export interface Glance {
  present: PresentGroup[];
  /** Milliseconds since 1970; null while nobody has written. */
  lastEditedAt: number | null;
}

/** Each glance is a call to a room, and one request makes a bounded number of them. */
export const glancesPerRequest = 20;

export const unseen: Glance = { present: [], lastEditedAt: null };

/** Looks into the rooms of the first documents, for somebody who is told who is who or not. */
export async function glanceAt(
  env: Env,
  documents: readonly { id: string; unmasks: boolean }[],
): Promise<Map<string, Glance>> {
  const glances = documents
    .slice(0, glancesPerRequest)
    .map(async ({ id, unmasks }) => [id, await glanceInto(env, id, unmasks)] as const);
  return new Map(await Promise.all(glances));
}

async function glanceInto(env: Env, documentId: string, unmasks: boolean): Promise<Glance> {
  try {
    const room = await env.DOCUMENT_ROOM.getByName(documentId).glance();
    const present = room.present.map((person) => shownTo({ unmasks }, person));
    return { present: groupPresent(present), lastEditedAt: room.lastEditedAt };
  } catch (error) {
    // One room that cannot answer must not take a whole list away from everybody.
    logBug(error);
    return unseen;
  }
}

/** Villages first, by name; a name once, however many devices its owner brought. */
export function groupPresent(present: readonly ShownPerson[]): PresentGroup[] {
  const groups = new Map<string, PresentGroup>();
  for (const person of present) {
    const { village, office } = person;
    const name = "number" in person ? person.number : person.name;
    const key = JSON.stringify([village?.id, office]);
    const group = groups.get(key) ?? { village, office, names: [] };
    if (!group.names.includes(name)) group.names.push(name);
    groups.set(key, group);
  }
  for (const { names } of groups.values()) names.sort(byNumber);
  return [...groups.values()].sort(byVillageThenOffice);
}

function byVillageThenOffice(a: PresentGroup, b: PresentGroup): number {
  if ((a.village === null) !== (b.village === null)) return a.village === null ? 1 : -1;
  if (a.village && b.village && "number" in a.village && "number" in b.village) {
    return a.village.number - b.village.number;
  }
  return nameOf(a).localeCompare(nameOf(b), "id");
}

/** Masks alone: names stay in the order in which their owners came. */
function byNumber(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : 0;
}

function nameOf({ village, office }: PresentGroup): string {
  return (village && "name" in village ? village.name : office) ?? "";
}
