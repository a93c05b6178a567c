import { useEffect, useState, useSyncExternalStore } from "react";
import { useMe } from "../session/SignedIn.tsx";
import type { ConnectionView } from "./connection-view.ts";
import { borrowConnection } from "./open-connections.ts";
import type { RoomConnection } from "./room-connection.ts";

/** The document's connection for as long as the component is shown; another one if it begins anew. */
export function useConnection(documentId: string): RoomConnection | null {
  const personId = useMe().person.id;
  const [connection, setConnection] = useState<RoomConnection | null>(null);
  useEffect(
    () => borrowConnection({ personId, documentId }, setConnection),
    [personId, documentId],
  );
  return connection;
}

export function useConnectionView(connection: RoomConnection): ConnectionView {
  return useSyncExternalStore(connection.subscribe, () => connection.view);
}
