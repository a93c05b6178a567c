/** Stands in the place of each UTF-16 unit of text that was removed. */
export const redactionFiller = "█";

/** On a document that was submitted, in one redaction. */
export const maxRedactedUnits = 200;

/** Letters of the room's document: Yjs client id, first clock, how many UTF-16 units. */
export interface RedactionPiece {
  client: number;
  clock: number;
  length: number;
}

/** Who wrote or redacted, and for which village; null stands for an office. */
interface RedactionAuthor {
  personId: string;
  villageId: string | null;
}

/** A place where words stand or once stood. */
export interface RedactionOccurrence {
  pieces: RedactionPiece[];
  /** To choose by: some 40 letters before and after, as they were when the words were last there. */
  before: string;
  words: string;
  after: string;
  /** The container (section, lane) that it lies in; null outside of any. */
  containerId: string | null;
  /** Whether it stands in the document now; else only the record has it. */
  stands: boolean;
  /** Whose entry brought its first letter, and when (ms since 1970). */
  author: RedactionAuthor;
  at: number;
}

/** The same `redactionId` again is answered as the first time, and changes nothing. */
export interface RedactionOrder {
  redactionId: string;
  pieces: RedactionPiece[];
  author: RedactionAuthor;
  /**
   * Where no letters were chosen: what links and other values say of these words goes alone. It begins
   * a new epoch in any case, so that browsers drop what they keep of the notes.
   */
  words?: readonly string[];
  /** Without the camat's word: it holds only until the document is submitted. */
  isAtOnce: boolean;
}

/**
 * `nothingThere`: a piece is no text of this document, or all of it is overwritten already. `busy`:
 * another redaction is under way, or the document is being submitted. `stale`: it was submitted since.
 * `storageFails`: it may be half done, and is finished when the same order comes again or the document
 * is next opened.
 */
export type RedactionOutcome =
  | { kind: "redacted"; epoch: number; place: number; units: number }
  | { kind: "nothingThere" }
  | { kind: "busy" }
  | { kind: "stale" }
  | { kind: "storageFails" }
  | { kind: "tooMany" };
