import type { ShownPerson } from "../masks/shown-person.ts";

/** In place of a container's id: the whole document. */
export const wholeDocument = "all";

/** What nobody writes in while it is discussed. */
export interface LockView {
  /** A container's id, or `wholeDocument`. */
  containerId: string;
  /** Null while the room does not know. */
  by: ShownPerson | null;
  /** ms since 1970 */
  at: number;
}
