import { and, eq } from "drizzle-orm";
import type { DocumentStatus, ForumStatus } from "../../domain/statuses.ts";
import type { Database } from "./open.ts";
import { documents, forums } from "./schema.ts";

// Only from the status that was seen: of two who move at once, one changes nothing.

export function moveDocumentFrom(
  db: Database,
  documentId: string,
  from: DocumentStatus,
  to: DocumentStatus,
) {
  return db
    .update(documents)
    .set({ status: to })
    .where(and(eq(documents.id, documentId), eq(documents.status, from)));
}

export function moveForumFrom(db: Database, forumId: string, from: ForumStatus, to: ForumStatus) {
  return db
    .update(forums)
    .set({ status: to })
    .where(and(eq(forums.id, forumId), eq(forums.status, from)));
}
