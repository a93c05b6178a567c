import type { SessionPerson } from "./session-person.ts";
import type {
  Place,
  PresentVillage,
  SessionMessage,
  SessionParts,
  SessionState,
} from "./session-state.ts";

/** All that somebody may be told of a session. */
export function partsFor(
  state: SessionState,
  present: PresentVillage[],
  { seesDrafts }: Pick<SessionPerson, "seesDrafts">,
): SessionParts {
  const { item, speaking, waiting, lead, polls, revision } = state;
  return {
    item,
    speaking,
    waiting,
    lead,
    polls,
    revision,
    present,
    place: placeFor(state, seesDrafts),
  };
}

/** Which of the parts are other than before; null where none is. */
export function changedParts(
  before: SessionParts,
  after: SessionParts,
): Partial<SessionParts> | null {
  const changed = Object.entries(after).filter(
    ([name, part]) => JSON.stringify(part) !== JSON.stringify(before[name as keyof SessionParts]),
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

const encoder = new TextEncoder();

export function encodeMessage(message: SessionMessage): Uint8Array {
  return encoder.encode(JSON.stringify(message));
}

/** Who is here, villages first, each name once, however many devices its owner brought. */
export function presentVillages(people: readonly SessionPerson[]): PresentVillage[] {
  const groups = new Map<string, PresentVillage>();
  for (const { village, office, name } of people) {
    const key = village ? `village ${village.id}` : `office ${office}`;
    const group = groups.get(key) ?? { village, office: village ? null : office, names: [] };
    if (!group.names.includes(name)) group.names.push(name);
    groups.set(key, group);
  }
  const nameOf = ({ village, office }: PresentVillage) => village?.name ?? office ?? "";
  const sorted = [...groups.values()].sort(
    (a, b) =>
      Number(a.village === null) - Number(b.village === null) ||
      nameOf(a).localeCompare(nameOf(b), "id"),
  );
  for (const { names } of sorted) names.sort((a, b) => a.localeCompare(b, "id"));
  return sorted;
}

/** Whoever sees only what is far enough does not learn that there is a younger document. */
function placeFor({ place }: SessionState, seesDrafts: boolean): Place | null {
  if (place === null || !(seesDrafts || place.isReviewable)) return null;
  const { isReviewable: _, ...shown } = place;
  return shown;
}
