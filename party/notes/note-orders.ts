import type { Author } from "../log/page-codec.ts";
import type { NoteNews } from "./thread-view.ts";

/** Where a thread shall stand: the words that its author selected, as their browser saw them. */
export interface NoteOrder {
  threadId: string;
  author: Author;
  /** Yjs relative positions, base64. */
  anchor: { from: string; to: string };
  quote: string;
  /** On a frozen document (R9) the words are found, and no mark is written. */
  isFrozen: boolean;
}

/** A suggestion that somebody accepts, in whose name its words replace the quoted ones. */
export interface AcceptanceOrder {
  threadId: string;
  accepter: Author;
  quote: string;
  suggestion: string;
  /** The lane that the accepter was found to have the right for, as the document names it. */
  laneVillage: string | null;
  /** Of the stand that was asked for before these words were read. */
  epoch: number;
}

/** Why the room changed nothing. */
export type NoteRefusal = "textChanged" | "tooWide" | "locked" | "storage" | "full";

export type NotePlaced =
  | {
      kind: "placed";
      /** The entry of the log that the mark was set with; on a frozen document the last one. */
      place: number;
      containerId: string | null;
      /** As it stands in the document: paragraphs are lines. */
      quote: string;
    }
  | { kind: "refused"; why: NoteRefusal };

export type Acceptance = { kind: "accepted" } | { kind: "refused"; why: NoteRefusal };

/** Where a thread's mark stands. */
export interface NoteStand {
  place: number;
  /** The ids of the containers around it, innermost first. */
  containerIds: string[];
  /** The lane around it, as the document names its village: in an unnamed case by a mask. */
  laneVillage: string | null;
  quote: string;
  /** The generation of the room's storage; a redaction begins a new one. */
  epoch: number;
}

/** One piece of news, for those who see who is who and for those who see masks. */
export interface ShownNews {
  named: NoteNews;
  masked: NoteNews;
}
