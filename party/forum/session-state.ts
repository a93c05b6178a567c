import type { VillageBadge } from "../room-person.ts";
import type { ItemClock } from "./item-clock.ts";
import type { Poll } from "./polls.ts";
import type { Turn } from "./turns.ts";

/** Who leads: everybody who follows goes where this person is. */
export interface Lead {
  /** Of this taking of the lead: what an earlier leader sends is refused. */
  id: string;
  personId: string;
  name: string;
}

/** Where the leader is. */
export interface Place {
  documentId: string;
  /** The innermost container that is read, and which of its blocks; null for the document's top. */
  containerId: string | null;
  block: number | null;
  /** Rises with each call, also to the same place. */
  count: number;
}

/** What is kept of a forum in session. */
export interface SessionState {
  /** Rises with each change, for as long as the room exists. */
  seq: number;
  item: ItemClock | null;
  /** Of the items that were current before, by id: whoever returns to one goes on with its time. */
  spent: Record<string, Pick<ItemClock, "elapsedMs" | "durationMs">>;
  speaking: Turn | null;
  waiting: Turn[];
  /** Villages (or people without one) that spoke at this item, and at any. */
  spokenAtItem: string[];
  spoken: string[];
  lead: Lead | null;
  /** `isReviewable`: whether those may know of it who see only what is far enough. */
  place: (Place & { isReviewable: boolean }) | null;
  /** The last is the one that is shown. */
  polls: Poll[];
  /** Rises when agenda, attendance or documents changed: pages read them anew. */
  revision: number;
}

export const emptySession: SessionState = {
  seq: 0,
  item: null,
  spent: {},
  speaking: null,
  waiting: [],
  spokenAtItem: [],
  spoken: [],
  lead: null,
  place: null,
  polls: [],
  revision: 0,
};

export interface PresentVillage {
  village: VillageBadge | null;
  /** Where nobody's village is meant. */
  office: string | null;
  names: string[];
}

/** What a browser is told, each part as a whole. */
export interface SessionParts {
  item: ItemClock | null;
  speaking: Turn | null;
  /** In the order in which they will speak. */
  waiting: Turn[];
  lead: Lead | null;
  place: Place | null;
  polls: Poll[];
  revision: number;
  present: PresentVillage[];
}

/** The first one has every part, later ones those that changed. `now`: the room's clock, in ms. */
export type SessionMessage = { seq: number; now: number } & Partial<SessionParts>;
