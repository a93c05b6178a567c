import type { Comparison, HistoryHead, Origin, Stretch } from "../../party/history/history-view.ts";
import type { ShownVillage } from "../../party/masks/shown-person.ts";

/** Somebody who wrote, as this reader may see them. */
export interface ShownAuthor {
  key: string;
  village: ShownVillage | null;
  /** Null for whoever may see villages only. */
  name: string | null;
  office: string | null;
  isRoom: boolean;
}

export type ShownOrigin = Omit<Origin, "author"> & { author: ShownAuthor };
export type ShownStretch = Omit<Stretch, "author"> & { author: ShownAuthor };
export type ShownComparison = Omit<Comparison, "origins"> & { origins: ShownOrigin[] };
export type { HistoryHead };

export interface Phase {
  at: number;
  place: number | null;
  kind: "documentStatus" | "agendaItem";
  label: string;
}

export interface Version {
  id: string;
  place: number;
  name: string;
  kind: string;
  at: number;
}

export interface HistoryData {
  document: {
    id: string;
    title: string;
    kind: "case" | "minutes";
    status: import("../../domain/statuses.ts").DocumentStatus;
    isUnnamed: boolean;
  };
  forum: { id: string; title: string };
  head: HistoryHead | null;
  authors: ShownAuthor[];
  sections: { id: string; kind: string; title: string }[];
  phases: Phase[];
  versions: Version[];
  mayRestore: boolean;
  mayName: boolean;
  seesPeople: boolean;
}
