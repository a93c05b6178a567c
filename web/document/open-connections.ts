import { schemaVersion } from "../../domain/document/schema.ts";
import { RoomConnection } from "./room-connection.ts";

const open = new Map<string, { connection: RoomConnection; users: number }>();

/**
 * The document's connection, shared by everything on this page that shows the document. Give it
 * back with `returnConnection`.
 */
export function borrowConnection(documentId: string): RoomConnection {
  const known = open.get(documentId);
  if (known) {
    known.users++;
    return known.connection;
  }
  const url = new URL(`/parties/document-room/${documentId}`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("schema", String(schemaVersion));
  const connection = new RoomConnection(url.href);
  open.set(documentId, { connection, users: 1 });
  return connection;
}

/** Leaving a document with unsaved words loses none: the connection stays until they are saved. */
export function returnConnection(documentId: string): void {
  const entry = open.get(documentId);
  if (!entry) return;
  entry.users--;
  const closeWhenSaved = () => {
    if (entry.users > 0) return stop();
    if (entry.connection.view.unsaved > 0) return;
    stop();
    open.delete(documentId);
    entry.connection.close();
  };
  const stop = entry.connection.subscribe(closeWhenSaved);
  closeWhenSaved();
}

/** For documents that the room sent us away from: the next borrower begins anew. */
export function forgetConnection(documentId: string): void {
  open.get(documentId)?.connection.close();
  open.delete(documentId);
}
