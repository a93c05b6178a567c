import type { ThreadKind, ThreadPlacement } from "../../domain/statuses.ts";
import type { ShownPerson, ShownVillage } from "../masks/shown-person.ts";

/** Who is named in a note, as its reader may know them. */
export interface Mentioned {
  villages: ShownVillage[];
  people: ShownPerson[];
}

/** A regulation that is cited in a note, with the words that cite it. */
export interface CitedRegulation {
  id: string;
  words: string;
}

/** One note as its reader is shown it. Times in ms since 1970. */
export interface NoteView {
  id: string;
  author: ShownPerson;
  text: string;
  mentioned: Mentioned;
  cited: CitedRegulation[];
  at: number;
}

/** A thread beside the text; its place is a mark with its id, where it has one. */
export interface ThreadView extends NoteView {
  kind: ThreadKind;
  quote: string;
  /** What is proposed in place of the quoted words. */
  suggestion: string | null;
  /** The innermost container that it was set in. */
  containerId: string | null;
  placement: ThreadPlacement;
  closed: { by: ShownPerson; at: number } | null;
  accepted: { by: ShownPerson; at: number } | null;
  replies: NoteView[];
  lastWordAt: number;
}

/** What the room tells of notes: threads that are new or have changed, and those taken back. */
export interface NoteNews {
  threads: ThreadView[];
  removedIds: string[];
  /** Threads whose words have gone from the text, or have come back. */
  placements: { id: string; placement: ThreadPlacement }[];
  /** Words were removed beside the text: whatever was answered before is to be asked for again. */
  askAgain?: true;
}

/** All threads of a document, for one reader. */
export interface Threads {
  threads: ThreadView[];
  /** Up to when this reader has read which thread, ms since 1970. */
  reads: Record<string, number>;
  me: { mayAnnotate: boolean; maySuggest: boolean; mayCloseEvery: boolean };
  /** Who may be named in a note, by the ids that this reader knows them under. */
  mentionable: Mentioned;
}
