import type { ShownAuthor } from "./history-answers.ts";

/** A village, an office, or the room itself: on whose side somebody writes. */
export interface Party {
  key: string;
  /** Somebody of it. */
  author: ShownAuthor;
  /** Of how many changes. */
  count: number;
}

export function partyKey({ village, office, isRoom }: ShownAuthor): string {
  if (isRoom) return "room";
  return village ? `village ${village.id}` : `office ${office ?? ""}`;
}

/** Who is behind these changes, villages first and whoever made most of them before the others. */
export function countParties(changes: readonly { author: ShownAuthor }[]): Party[] {
  const parties = new Map<string, Party>();
  for (const { author } of changes) {
    const key = partyKey(author);
    const party = parties.get(key) ?? { key, author, count: 0 };
    parties.set(key, { ...party, count: party.count + 1 });
  }
  const rank = ({ author }: Party) => (author.village ? 0 : author.isRoom ? 2 : 1);
  return [...parties.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
}
