import type { FollowUpState } from "../../domain/follow-ups.ts";
import type { ModuleStatus } from "../../domain/modules.ts";
import type { MarkedPiece } from "../../domain/search/marked-passage.ts";
import type { ResultKind } from "../../domain/search/searched-kinds.ts";
import type { DocumentStatus, Theme, ThreadKind } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";

/** Something that was found, as its finder may see it. */
export interface SearchHit {
  /** What it is asked for by. */
  ref: string;
  kind: ResultKind;
  id: string;
  title: MarkedPiece[];
  /** The part of its text that has most of what was looked for. */
  passage: MarkedPiece[];
  /** What it stands in: null where it stands by itself, or its document may not be seen. */
  document: { id: string; title: string } | null;
  /** Where in that document. */
  nodeId: string | null;
  forum: { id: string; title: string } | null;
  theme: Theme | null;
  year: number | null;
  /** Null also where it is hidden whose it is. */
  village: VillageBadge | null;
  status: DocumentStatus | null;
  moduleStatus: ModuleStatus | null;
  followUpState: FollowUpState | null;
  threadKind: ThreadKind | null;
}

/** What is told of a thing beside its words. */
export type HitFacts = Omit<SearchHit, "ref" | "title" | "passage">;

/** By what they are asked for: those that the person may see. */
export type FactsByRef = readonly (readonly [ref: string, facts: HitFacts])[];

/** What a thing may have, where it has none of it. */
export const noFacts = {
  ...{ document: null, nodeId: null, forum: null, theme: null, year: null, village: null },
  ...{ status: null, moduleStatus: null, followUpState: null, threadKind: null },
} as const;
