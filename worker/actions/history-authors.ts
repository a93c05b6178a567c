import { type Author, roomAuthor } from "../../party/log/page-codec.ts";
import type { ShownVillage } from "../../party/masks/shown-person.ts";
import type { ThreadNames } from "./thread-names.ts";

/** Somebody in a document's history, as this reader may know them. */
export interface ShownAuthor {
  /** The same for everything that this reader sees as of one author. */
  key: string;
  village: ShownVillage | null;
  /** Null for whoever sees villages alone, and behind a mask. */
  name: string | null;
  office: string | null;
  /** Of a pseudonym: the screen says "Peserta 3". */
  number: number | null;
  /** The room itself: templates, ids, repairs and data of the forum. */
  isRoom: boolean;
}

export interface HistoryReader {
  unmasks: boolean;
  /** Whether persons are shown, or their villages alone. */
  seesPeople: boolean;
}

const room: ShownAuthor = {
  key: "room",
  village: null,
  name: null,
  office: null,
  number: null,
  isRoom: true,
};

/** The one way from who wrote something to what this reader is told of them. */
export function shownAuthor(
  names: ThreadNames,
  reader: HistoryReader,
  { personId, villageId }: Author,
): ShownAuthor {
  if (personId === roomAuthor.personId) return room;
  const person = names.person(reader, personId, villageId);
  const { village, office } = person;
  const place = village?.id ?? (office === null ? "" : `office ${office}`);
  if (!reader.seesPeople) {
    return { key: `village ${place}`, village, name: null, office, number: null, isRoom: false };
  }
  const key = `person ${person.personId} ${place}`;
  const named = "name" in person ? person : null;
  const number = "number" in person ? person.number : null;
  return { key, village, name: named?.name ?? null, office, number, isRoom: false };
}
