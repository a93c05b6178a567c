import { useEffect, useState, useSyncExternalStore } from "react";
import { borrowConnection, returnConnection } from "./open-connections.ts";
import type { ConnectionView, RoomConnection } from "./room-connection.ts";

/** The document's connection for as long as the component is shown. */
export function useConnection(documentId: string): RoomConnection | null {
  const [connection, setConnection] = useState<RoomConnection | null>(null);
  useEffect(() => {
    setConnection(borrowConnection(documentId));
    return () => returnConnection(documentId);
  }, [documentId]);
  return connection;
}

export function useConnectionView(connection: RoomConnection): ConnectionView {
  return useSyncExternalStore(connection.subscribe, () => connection.view);
}
