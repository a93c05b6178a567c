import type { ReadingNode } from "../document/reading-node.ts";
import type { DocumentKind, Theme } from "../statuses.ts";

/** What may be put before everybody: a document of a forum, a module, a sheet, a practice. */
export const publicKinds = ["document", "module", "outcome", "practice"] as const;
export type PublicKind = (typeof publicKinds)[number];

/**
 * Everything that the public sees of one thing, as it stood when the camat published it. Nothing
 * else of it is read for a public page but how its follow-ups stand. Times in ms since 1970.
 */
export interface PublicContent {
  title: string;
  /** Null for what is no document. */
  documentKind: DocumentKind | null;
  theme: Theme;
  year: number;
  forum: PublicForum | null;
  /** The villages that it names; none where they are not to be named. */
  villages: { id: string; name: string }[];
  signed: { fingerprint: string; at: number } | null;
  /** `section`s with what was chosen of them. */
  words: ReadingNode;
}

export interface PublicForum {
  title: string;
  startsAt: number;
  endsAt: number;
  place: string;
  agenda: string[];
}

/** What the camat chose of it. */
export interface PublicChoice {
  /** Ids of the sections; null for all. */
  parts: readonly string[] | null;
  namesVillages: boolean;
  /** Of what looks like personal data: the texts that are to be shown after all. */
  shown: readonly string[];
}

/** What stands in the place of covered words, of a village that is not to be named. */
export const coveredWords = "[ditutup]";
export const unnamedVillage = "[nama desa]";
