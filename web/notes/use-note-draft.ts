import { useState } from "react";
import type { ThreadKind } from "../../domain/statuses.ts";
import type { CitedRegulation } from "../../party/notes/thread-view.ts";
import { noteDraftKey, readKept, writeKept } from "../document/tab-storage.ts";
import type { NotedPlace } from "./noted-place.ts";

/** Ids of who is named in a note, as its writer knows them, and the regulations that it cites. */
export interface Mentions {
  villageIds: string[];
  personIds: string[];
  regulations: CitedRegulation[];
}

/** A note that was begun and is not sent; it outlives a reload of its tab. */
export interface NoteDraft {
  /** Made here, so that what is sent twice is there once. */
  id: string;
  kind: ThreadKind | null;
  text: string;
  suggestion: string;
  mentions: Mentions;
  /** Null until words were chosen. */
  place: NotedPlace | null;
}

export const noMentions: Mentions = { villageIds: [], personIds: [], regulations: [] };

export function useNoteDraft(documentId: string, personId: string) {
  const key = noteDraftKey(documentId, personId);
  const [draft, setDraft] = useState(() => parse(readKept(key)));
  const keep = (next: NoteDraft | null) => {
    writeKept(key, next && JSON.stringify(next));
    setDraft(next);
  };
  return [draft, keep] as const;
}

/** A note about these words; what was typed before goes along, and a changed suggestion stays. */
export function draftAbout(place: NotedPlace | null, known: NoteDraft | null): NoteDraft {
  const { kind = null, text = "", mentions = noMentions } = known ?? {};
  const isTyped = known !== null && known.suggestion !== (known.place?.quote ?? "");
  const suggestion = isTyped ? known.suggestion : (place?.quote ?? "");
  return { id: crypto.randomUUID(), kind, text, suggestion, mentions, place };
}

function parse(kept: string | null): NoteDraft | null {
  if (kept === null) return null;
  const draft = JSON.parse(kept) as NoteDraft; // As `keep` wrote it.
  // A page that was older knew of no citations.
  return { ...draft, mentions: { ...noMentions, ...draft.mentions } };
}
