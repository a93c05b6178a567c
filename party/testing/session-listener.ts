import { env } from "cloudflare:workers";
import { vi } from "vitest";
import { openRoomDoor } from "../../worker/room-door.ts";
import { cookieOf, request } from "../../worker/testing/requests.ts";
import type { SessionMessage, SessionParts } from "../forum/session-state.ts";

/** Somebody who listens to a forum in session, through the Worker's own door. */
export class SessionListener {
  static readonly #all: SessionListener[] = [];
  readonly socket: WebSocket;
  readonly messages: SessionMessage[] = [];
  closed: number | null = null;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => {
      if (typeof data !== "string") this.messages.push(JSON.parse(new TextDecoder().decode(data)));
    });
    socket.addEventListener("close", ({ code }) => {
      this.closed = code;
    });
    socket.accept();
    SessionListener.#all.push(this);
  }

  /** As `come`, where the room may refuse. @throws where the door stays shut */
  static async knock(forumId: string, personId: string): Promise<SessionListener> {
    const cookie = await cookieOf(personId);
    const headers = { upgrade: "websocket" };
    const answer = await openRoomDoor(
      request(`/parties/forum-room/${forumId}`, { cookie, headers }),
      env,
    );
    if (!answer.webSocket) throw new Error(`the door answered ${answer.status}`);
    return new SessionListener(answer.webSocket);
  }

  /** Comes in, and has been told how the forum is. */
  static async come(forumId: string, personId: string): Promise<SessionListener> {
    const listener = await SessionListener.knock(forumId, personId);
    await vi.waitUntil(() => listener.messages.length > 0);
    return listener;
  }

  static leaveAll(): void {
    for (const { socket } of SessionListener.#all.splice(0)) socket.close(1000, "bye");
  }

  /** What this person's screen shows: each part as it was told last. */
  get parts(): SessionParts {
    return Object.assign({}, ...this.messages);
  }

  async until(holds: (parts: SessionParts) => boolean): Promise<SessionParts> {
    await vi.waitUntil(() => holds(this.parts), { timeout: 15_000 });
    return this.parts;
  }

  async untilClosed(): Promise<number | null> {
    await vi.waitUntil(() => this.closed !== null, { timeout: 15_000 });
    return this.closed;
  }
}
