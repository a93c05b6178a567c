import { env } from "cloudflare:workers";
import { encodeRoomPerson, type RoomPerson, roomPersonHeader } from "../room-person.ts";

/** A browser's WebSocket, except that it leads straight into `room` as `who`. */
export function stockSocket(room: string, who: RoomPerson): typeof WebSocket {
  class RoomSocket extends EventTarget {
    static readonly OPEN = 1;
    readonly OPEN = 1;
    binaryType = "arraybuffer";
    readyState = 0;
    closed: number | null = null;
    #socket: WebSocket | null = null;

    constructor(_url: string) {
      super();
      // A browser tells of a socket that did not open by closing it.
      this.#open().catch(() => this.dispatchEvent(new CloseEvent("close", { code: 1006 })));
    }

    send(data: ArrayBuffer | ArrayBufferView | string): void {
      this.#socket?.send(data);
    }

    close(): void {
      this.#socket?.close(1000, "bye");
    }

    async #open(): Promise<void> {
      const answer = await env.DOCUMENT_ROOM.getByName(room).fetch("http://room/", {
        headers: { upgrade: "websocket", [roomPersonHeader]: encodeRoomPerson(who) },
      });
      this.#socket = answer.webSocket;
      if (!this.#socket) throw new Error(`the room answered ${answer.status}`);
      this.#socket.binaryType = "arraybuffer";
      this.#socket.addEventListener("message", ({ data }) =>
        this.dispatchEvent(new MessageEvent("message", { data })),
      );
      this.#socket.addEventListener("close", ({ code, reason }) =>
        this.dispatchEvent(new CloseEvent("close", { code, reason })),
      );
      this.#socket.accept();
      this.readyState = 1;
      this.dispatchEvent(new Event("open"));
    }
  }
  // The provider's type asks for the browser's own class, of which it uses only this much.
  return RoomSocket as unknown as typeof WebSocket;
}
