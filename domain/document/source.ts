import type { AgendaItemKind, DocumentKind, DocumentStatus, Theme } from "../statuses.ts";

/** What a document is made from when its room opens it for the first time. Times in ms, UTC. */
export interface DocumentSource {
  id: string;
  kind: DocumentKind;
  title: string;
  theme: Theme;
  fiscalYear: number;
  status: DocumentStatus;
  /** Null also in an unnamed case. */
  proposedByVillage: { id: string; name: string } | null;
  forum: {
    id: string;
    title: string;
    startsAt: number;
    endsAt: number;
    place: string;
    districtName: string;
    regency: string;
  };
  /** The invited villages, in the order of their lanes; in an unnamed case their masks. */
  villages: { id: string }[];
  agenda: { id: string; title: string; kind: AgendaItemKind }[];
}
