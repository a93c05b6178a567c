import { schemaVersion } from "../../domain/document/schema.ts";
import { ownProtocol } from "../../party/wire.ts";
import { RoomConnection } from "../../web/document/room-connection.ts";
import type { Seat } from "../servers/bench-server.ts";
import type { Joined } from "./witness.ts";

const headersOfSeats: Record<string, string>[] = [];

/** Node's WebSocket takes headers, where a browser would send its cookie by itself. */
class SignedInWebSocket extends WebSocket {
  constructor(url: string) {
    const seat = Number(new URL(url).searchParams.get("seat"));
    const options = { headers: headersOfSeats[seat] ?? {} };
    // undici's second argument, which the DOM's types do not know.
    super(url, options as unknown as string[]);
  }
}

Object.assign(globalThis, {
  WebSocket: SignedInWebSocket,
  addEventListener: () => {},
  removeEventListener: () => {},
});

/** Joins with the browser's own end of the room, at the address that the page would ask for. */
export function join(seat: Seat): Joined & { doc: RoomConnection["doc"] } {
  // A parameter that the Worker does not pass on tells the sockets of several people apart.
  const place = headersOfSeats.push(seat.headers) - 1;
  const url = new URL(`/parties/document-room/${seat.document}`, seat.headers.origin);
  url.protocol = "ws:";
  url.searchParams.set("schema", String(schemaVersion));
  url.searchParams.set("protocol", ownProtocol);
  url.searchParams.set("seat", String(place));
  const connection = new RoomConnection({
    url: url.href,
    scope: { personId: String(place), documentId: seat.document, schemaVersion },
    askWhyShut: async () => null,
    onBeginAnew: () => {},
  });
  return {
    doc: connection.doc,
    isReady: () => connection.view.hasDocument && connection.view.link === "open",
    unsaved: () => connection.view.unsaved,
    close: () => connection.close(),
  };
}
