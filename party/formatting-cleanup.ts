import type * as Y from "yjs";

/**
 * Keeps Yjs from tidying up formatting after remote changes. It would delete other people's
 * formatting characters in this replica's name: in a browser that is a change its person never
 * made (R5), perhaps in a lane that is closed to them. Redundant formatting does no harm.
 */
export function withoutFormattingCleanup(doc: Y.Doc): void {
  doc.on("afterTransaction", (transaction) => {
    transaction._needFormattingCleanup = false;
  });
}
