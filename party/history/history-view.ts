import type { Author } from "../log/page-codec.ts";

// What a document's history looks like to whoever reads it. A place is the number of an entry of the
// log; place 0 is before the first. Times are ms since 1970 by the room's clock.

/** Why something was written that no person typed there. */
export type EditCause = "forum" | "note" | "suggestion" | "restore" | "redaction";

/** What one author did in one stretch, without a long pause; others may have written in between. */
export interface Stretch {
  /** Places of its first and its last entry. */
  from: number;
  to: number;
  fromAt: number;
  toAt: number;
  author: Author;
  cause: EditCause | null;
  /** Ids of the sections that it touched, in their order; the innermost lane or item is `parts`. */
  sections: string[];
  parts: string[];
  /** UTF-16 units of text. */
  inserted: number;
  deleted: number;
  entries: number;
}

/** Who made the changes that refer to it, and when. */
export interface Origin {
  author: Author;
  cause: EditCause | null;
  /** Places of the first and the last entry that are meant. */
  from: number;
  to: number;
  fromAt: number;
  toAt: number;
}

/** Attributes or marks by name, as ProseMirror has them; annotations are none. */
export type Values = Record<string, unknown>;

/**
 * Text of one kind: inserted, deleted, set in other marks, or as it was. Numbers point into the
 * comparison's origins.
 */
export interface ComparedText {
  text: string;
  marks: Values;
  /** Who wrote it, whenever that was. */
  writtenBy: number;
  /** At the older moment it was not there. */
  insertedBy?: number;
  /** At the newer moment it is not there any more. */
  deletedBy?: number;
  /** Its marks at the older moment, where they were others. */
  marksBefore?: Values;
  markedBy?: number;
  /** Of a bar, in the place of words that were removed: its first letter's Yjs id. */
  bar?: { client: number; clock: number };
}

/** A container, paragraph, list, table, row or cell, with everything that either moment has of it. */
export interface ComparedNode {
  type: string;
  attrs: Values;
  writtenBy: number;
  insertedBy?: number;
  deletedBy?: number;
  /** Its attributes at the older moment, where they were others: a tick, a heading's level. */
  attrsBefore?: Values;
  changedBy?: number;
  content: (ComparedNode | ComparedText)[];
}

/** Two moments of one document laid over each other; of one moment alone where both are the same. */
export interface Comparison {
  from: number;
  to: number;
  origins: Origin[];
  content: ComparedNode[];
  /** Of text in UTF-16 units, over all authors. */
  inserted: number;
  deleted: number;
}

/**
 * A comparison on its way out. Whoever answers names the authors; all else is JSON already, hundreds of
 * kilobytes for a long document.
 */
export interface WrittenComparison {
  /** Who made the origins, each once. */
  authors: Author[];
  /** Of each origin the number of its author. */
  madeBy: number[];
  /** Of each origin JSON without its author. */
  origins: string[];
  /** JSON of the comparison without its origins. */
  rest: string;
}

/** A section of the document as it is now, or an item of the agenda in one. */
export interface HistorySection {
  id: string;
  /** The section's kind; `agendaItem` for an item. */
  kind: string;
  /** Of an item of the agenda. */
  title: string | null;
}

/** A document's record as a whole. */
export interface HistoryHead {
  /** The newest place. */
  last: number;
  firstAt: number;
  lastAt: number;
  /** Everybody who ever wrote, once for each village that they wrote for. */
  authors: Author[];
  sections: HistorySection[];
}

/** Which stretches are asked for; what is left out filters nothing. */
export interface StretchQuery {
  /** Only what ended before this place: `next` of the page before. */
  before?: number | undefined;
  /** At most 500; 100 where it is left out. */
  limit?: number | undefined;
  /** As the log has them. */
  authors?: readonly Author[] | undefined;
  /** The id of a section, or of a container in one. */
  sectionId?: string | undefined;
  /** YYYY-MM-DD, in WIB. */
  day?: string | undefined;
  /** What touched a block of text that says this, or said it at some time. */
  words?: string | undefined;
}

/** Newest first; `next` is null on the last page. */
export interface StretchPage {
  stretches: Stretch[];
  next: number | null;
}
