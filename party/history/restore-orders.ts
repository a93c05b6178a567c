import type { Author } from "../log/page-codec.ts";

/** What somebody wants back: the document as it was at a place, or one container of it. */
export interface RestoreOrder {
  place: number;
  /** What `ReviewRoom.restorableAt` answered for this place. */
  reading: string;
  /** The id of a section, or of a container in one; null for the whole document. */
  sectionId: string | null;
  author: Author;
}

/**
 * `sectionGone`: it is not there now, or was not there then. `schema`: what stood there then does
 * not fit today's documents. `locked`: somebody asked that nobody writes there now.
 */
type RestoreRefusal = "sectionGone" | "schema" | "locked" | "storage" | "full";

export type Restored =
  /** `place` is that of the restoration; of the newest entry where nothing had to change. */
  { kind: "restored"; place: number } | { kind: "refused"; why: RestoreRefusal };
