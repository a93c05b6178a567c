import type { InferResponseType } from "hono/client";
import type { Comparison, Origin, Stretch } from "../../party/history/history-view.ts";
import type { api } from "../api.ts";

type Answer = InferResponseType<(typeof api.documents)[":documentId"]["history"]["$get"]>;

export type HistoryHead = NonNullable<Answer["head"]>;

/** Somebody who wrote, as this reader may see them. */
export type ShownAuthor = Answer["authors"][number];

export type ShownOrigin = Omit<Origin, "author"> & { author: ShownAuthor };
export type ShownStretch = Omit<Stretch, "author"> & { author: ShownAuthor };
export type ShownComparison = Omit<Comparison, "origins"> & { origins: ShownOrigin[] };

/** A stage of the forum or of the document, from its beginning on. */
export interface Phase {
  /** Ms since 1970. */
  at: number;
  kind: "documentStatus" | "agendaItem";
  /** A document's status, or the title of an item of the agenda. */
  label: string;
}

/** A place of the record that has a name. */
export interface Version {
  id: string;
  place: number;
  name: string;
  kind: string;
  /** Ms since 1970. */
  at: number;
}

export interface HistoryData extends Answer {
  phases: readonly Phase[];
  /** The newest first. */
  versions: readonly Version[];
}
