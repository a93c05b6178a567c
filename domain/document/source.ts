import type {
  AgendaItemKind,
  AttendanceStatus,
  DocumentKind,
  DocumentStatus,
  Theme,
} from "../statuses.ts";
import type { ReadingNode } from "./reading-node.ts";

export interface NamedPerson {
  name: string;
  position: string;
}

/**
 * What a document is made from when its room opens it for the first time, and what of it follows
 * the forum from then on. Times in ms, UTC.
 */
export interface DocumentSource {
  id: string;
  kind: DocumentKind;
  title: string;
  theme: Theme;
  fiscalYear: number;
  status: DocumentStatus;
  /** The signed document that this one corrects, and what stands in that: its first words. */
  correctsDocumentId?: string | null;
  signedWords?: ReadingNode;
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
  /** Who presides, and who takes the minutes. Nobody is named in an unnamed case, here and below. */
  chair: NamedPerson | null;
  recorders: NamedPerson[];
  /** Who came or did not, in the order of the villages; `village` and `office` are names. */
  attendance: (NamedPerson & {
    village: string | null;
    office: string | null;
    status: AttendanceStatus;
  })[];
}
