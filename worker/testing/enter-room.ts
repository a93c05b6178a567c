import { vi } from "vitest";
import { schemaVersion } from "../../domain/document/schema.ts";
import { RoomClient } from "../../party/testing/room-client.ts";
import { ask, cookieOf } from "./requests.ts";

const text = new TextDecoder();

/** Somebody who came in through the Worker's door, with every byte that the room told them. */
export interface Entered {
  client: RoomClient;
  heard: () => string;
}

/** Knocks as this person; a stock provider asks for no `protocol`. */
export async function knockAt(
  documentId: string,
  personId: string | null,
  query = `?protocol=1&schema=${schemaVersion}`,
): Promise<Response> {
  return ask(`/parties/document-room/${documentId}${query}`, {
    headers: { upgrade: "websocket" },
    ...(personId === null ? {} : { cookie: await cookieOf(personId) }),
  });
}

/** As `knockAt`, for whoever is let in. */
export async function enterRoom(
  documentId: string,
  personId: string,
  query?: string,
): Promise<Entered> {
  const { webSocket: socket, status } = await knockAt(documentId, personId, query);
  if (!socket) throw new Error(`the door answered ${status}`);
  return { ...listen(socket), client: await synced(RoomClient.on(socket)) };
}

function listen(socket: WebSocket): Pick<Entered, "heard"> {
  const parts: string[] = [];
  socket.addEventListener("message", ({ data }) => {
    parts.push(typeof data === "string" ? data : text.decode(data));
  });
  return { heard: () => parts.join("\n") };
}

async function synced(client: RoomClient): Promise<RoomClient> {
  await vi.waitUntil(() => client.isSynced, { interval: 5 });
  return client;
}
