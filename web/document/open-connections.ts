import { schemaVersion } from "../../domain/document/schema.ts";
import type { RefusalName } from "../../party/close-codes.ts";
import { ownProtocol } from "../../party/wire.ts";
import { api, isStatus, readResponse } from "../api.ts";
import type { DocumentScope } from "../offline/device-database.ts";
import type { Luggage } from "./connection-view.ts";
import { RoomConnection } from "./room-connection.ts";
import { noteDraftKey, writeKept } from "./tab-storage.ts";

type Who = Pick<DocumentScope, "personId" | "documentId">;

interface OpenConnection {
  connection: RoomConnection;
  borrowers: Set<(connection: RoomConnection) => void>;
}

const open = new Map<string, OpenConnection>();

/**
 * The document's connection, shared by everything on this page that shows the document:
 * `onConnection` is called with it, and again when it had to begin anew. Returns the function that
 * gives it back.
 */
export function borrowConnection(
  who: Who,
  onConnection: (connection: RoomConnection) => void,
): () => void {
  const key = keyOf(who);
  const entry = open.get(key) ?? { connection: connect(who), borrowers: new Set() };
  open.set(key, entry);
  entry.borrowers.add(onConnection);
  onConnection(entry.connection);
  return () => {
    entry.borrowers.delete(onConnection);
    closeWhenSaved(key, entry);
  };
}

/** Begins anew, for documents that the room sent us away from; what only this page has goes along. */
export function renewConnection(who: Who): void {
  const entry = open.get(keyOf(who));
  if (!entry) return;
  const { luggage } = entry.connection;
  // A note that was begun quotes words that may have been removed.
  if (luggage.outdated) writeKept(noteDraftKey(who.documentId, who.personId), null);
  entry.connection.close();
  entry.connection = connect(who, luggage);
  for (const borrower of entry.borrowers) borrower(entry.connection);
  if (entry.borrowers.size === 0) closeWhenSaved(keyOf(who), entry);
}

/** Leaving a document with unsaved words loses none: the connection stays until they are saved. */
function closeWhenSaved(key: string, entry: OpenConnection): void {
  const { connection } = entry;
  const closeIfSaved = () => {
    const isRenewed = connection !== entry.connection;
    if (entry.borrowers.size > 0 || isRenewed || open.get(key) !== entry) return stop();
    const { isDeviceRead, unsaved, isKept, refusal } = connection.view;
    if (!isDeviceRead || (unsaved > 0 && !(refusal && isKept))) return;
    stop();
    open.delete(key);
    connection.close();
  };
  const stop = connection.subscribe(closeIfSaved);
  closeIfSaved();
}

function connect(who: Who, luggage?: Luggage): RoomConnection {
  const { personId, documentId } = who;
  const url = new URL(`/parties/document-room/${documentId}`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("schema", String(schemaVersion));
  url.searchParams.set("protocol", ownProtocol);
  // Another tab may have signed somebody else in: these words are not theirs to send.
  url.searchParams.set("person", personId);
  return new RoomConnection({
    url: url.href,
    scope: { ...who, schemaVersion },
    ...(luggage && { luggage }),
    askWhyShut: () => askWhyShut(who),
    onBeginAnew: () => renewConnection(who),
  });
}

async function askWhyShut({ personId, documentId }: Who): Promise<RefusalName | null> {
  try {
    const request = api.documents[":documentId"].$get({ param: { documentId } });
    const { me } = await readResponse(request);
    return me.personId === personId ? null : "notSignedIn";
  } catch (error) {
    if (isStatus(error, 401)) return "notSignedIn";
    return isStatus(error, 403) || isStatus(error, 404) ? "noAccess" : null;
  }
}

function keyOf({ personId, documentId }: Who): string {
  return `${personId}/${documentId}`;
}
