import type { InferResponseType } from "hono/client";
import type { Comparison, Origin, Stretch } from "../../party/history/history-view.ts";
import type { api } from "../api.ts";

export type HistoryAnswer = InferResponseType<
  (typeof api.documents)[":documentId"]["history"]["$get"]
>;

export type HistoryHead = NonNullable<HistoryAnswer["head"]>;

/** Somebody who wrote, as this reader may see them. */
export type ShownAuthor = HistoryAnswer["authors"][number];

export type ShownOrigin = Omit<Origin, "author"> & { author: ShownAuthor };
export type ShownStretch = Omit<Stretch, "author"> & { author: ShownAuthor };
export type ShownComparison = Omit<Comparison, "origins"> & { origins: ShownOrigin[] };

/** A stage of the forum or of the document, from its beginning on; `outside` is none of them. */
export interface Phase {
  /** Ms since 1970. */
  at: number;
  kind: "documentStatus" | "agendaItem" | "outside";
  /** A document's status, or the title of an item of the agenda. */
  label: string;
}

export type Versions = InferResponseType<(typeof api.documents)[":documentId"]["versions"]["$get"]>;

/** A place of the record that has a name. */
export type Version = Versions["versions"][number];

export interface HistoryData extends HistoryAnswer {
  phases: readonly Phase[];
  /** The newest first. */
  versions: readonly Version[];
  mayName: boolean;
}
