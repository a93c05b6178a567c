import { env } from "cloudflare:workers";
import { vi } from "vitest";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { openRoomDoor } from "../../worker/room-door.ts";
import { request } from "../../worker/testing/requests.ts";
import { withoutFormattingCleanup } from "../formatting-cleanup.ts";
import type { LockView } from "../locks/lock-view.ts";
import type { NoteNews } from "../notes/thread-view.ts";
import { encodeRoomPerson, type RoomPerson, roomPersonHeader } from "../room-person.ts";
import { readBatch } from "../seals/sealed-batch.ts";
import * as wire from "../wire.ts";

/** With which code a room sends away somebody whom it does not let in. */
export async function closeCodeFor(room: string, who: RoomPerson): Promise<number> {
  const client = await RoomClient.knock(room, who);
  return client.untilClosed();
}

/** A room that wakes asks for the sessions of those who are in. */
function signIn({ sessionId, personId, sessionEndsAt }: RoomPerson): Promise<unknown> {
  return env.DB.prepare(
    `INSERT INTO sessions (id, token_hash, person_id, created_at, expires_at)
     SELECT ?1, ?1, id, 0, ?3 FROM people WHERE id = ?2 ON CONFLICT DO NOTHING`,
  )
    .bind(sessionId, personId, sessionEndsAt)
    .run();
}

function knockOf(room: string, cookie: string): Request {
  const path = `/parties/document-room/${room}?protocol=${wire.ownProtocol}`;
  return request(path, { cookie, headers: { upgrade: "websocket" } });
}

interface Options {
  isWriting?: boolean;
  doc?: Y.Doc;
  /** In which what the document holds was written; a client that tells none is an older page. */
  epoch?: number;
}

/** A browser of our own making: raw protocol over a real WebSocket, with a document of its own. */
export class RoomClient {
  static readonly #all: RoomClient[] = [];
  readonly doc: Y.Doc;
  readonly socket: WebSocket;
  readonly #awareness: Awareness;
  readonly received: Uint8Array[] = [];
  /** What this client wrote, oldest first. */
  readonly ownUpdates: Uint8Array[] = [];
  /** Sealed batches that the room has not called durable. */
  batches: Uint8Array[] = [];
  /** The lives of the room that it has told of. */
  readonly lives = new Set<number>();
  frames = 0;
  sent = 0;
  saved = 0;
  returned = 0;
  storageWorks = true;
  /** How often it was told who is here. */
  heardPresence = 0;
  /** What it was told of notes, oldest first. */
  readonly news: NoteNews[] = [];
  closed: number | null = null;
  isSynced = false;
  /** What is locked; null until the room has told. */
  locks: readonly LockView[] | null = null;
  /** The room's; null until it has told. */
  epoch: number | null = null;
  /** As every honest client does; a dead link does not. */
  answersQuery = true;

  #shown: wire.AwarenessEntry | null = null;
  #durable = { life: 0, place: 0 };

  private constructor(
    socket: WebSocket,
    { isWriting = true, doc = new Y.Doc(), epoch }: Options = {},
  ) {
    this.socket = socket;
    this.doc = doc;
    this.#awareness = new Awareness(doc);
    withoutFormattingCleanup(doc);
    clearInterval(this.#awareness._checkInterval);
    this.#awareness.setLocalState(null);
    socket.addEventListener("message", ({ data }) => this.#read(data));
    socket.addEventListener("close", ({ code }) => {
      this.closed = code;
    });
    socket.binaryType = "arraybuffer";
    socket.accept();
    this.send(epoch === undefined ? wire.encodeStep1(doc) : wire.encodeHello(epoch, doc));
    if (isWriting) {
      this.doc.on("update", (update, origin) => {
        if (origin === this) return;
        this.ownUpdates.push(update);
        this.sendUpdate(update);
      });
    }
  }

  static async open(room: string, who: RoomPerson, options: Options = {}): Promise<RoomClient> {
    const client = await RoomClient.knock(room, who, options);
    await vi.waitUntil(() => client.isSynced, { interval: 5 });
    return client;
  }

  /** On a socket that was let in by the Worker's door. */
  static on(socket: WebSocket, options: Options = {}): RoomClient {
    return new RoomClient(socket, options);
  }

  /** As `open`, where the room may refuse. */
  static async knock(room: string, who: RoomPerson, options: Options = {}): Promise<RoomClient> {
    await signIn(who);
    const address = `http://room/?protocol=${wire.ownProtocol}`;
    const answer = await env.DOCUMENT_ROOM.getByName(room).fetch(address, {
      headers: { upgrade: "websocket", [roomPersonHeader]: encodeRoomPerson(who) },
    });
    if (!answer.webSocket) throw new Error(`the room answered ${answer.status}`);
    const client = new RoomClient(answer.webSocket, options);
    RoomClient.#all.push(client);
    return client;
  }

  /** By the Worker's own door, with the rights that it reads. @throws where the door stays shut */
  static async enter(room: string, cookie: string, { waits = true } = {}): Promise<RoomClient> {
    const client = RoomClient.#take(await openRoomDoor(knockOf(room, cookie), env));
    if (waits) await vi.waitUntil(() => client.isSynced, { interval: 5 });
    return client;
  }

  /** As `enter`, where the way from the door to the room takes until `answer` is called. */
  static async knockLater(room: string, cookie: string) {
    let forward: Request | undefined;
    const slow: Pick<DurableObjectStub, "fetch"> = {
      fetch: async (request: Request) => {
        forward = request;
        return new Response();
      },
    };
    const DOCUMENT_ROOM = { getByName: () => slow } as unknown as typeof env.DOCUMENT_ROOM;
    await openRoomDoor(knockOf(room, cookie), { ...env, DOCUMENT_ROOM });
    return {
      async answer(): Promise<RoomClient> {
        if (!forward) throw new Error("the door stayed shut");
        return RoomClient.#take(await env.DOCUMENT_ROOM.getByName(room).fetch(forward));
      },
    };
  }

  static #take(answer: Response): RoomClient {
    if (!answer.webSocket) throw new Error(`the door answered ${answer.status}`);
    const client = new RoomClient(answer.webSocket);
    RoomClient.#all.push(client);
    return client;
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  sendUpdate(update: Uint8Array): void {
    this.sent++;
    this.send(wire.encodeUpdate(update));
  }

  handBack(batches: readonly Uint8Array[]): void {
    this.send(wire.encodeHandedBack(batches));
  }

  sendPresence(state: Record<string, unknown> | null, client = this.doc.clientID, clock = 1): void {
    this.#shown = { client, clock, state };
    this.send(wire.encodeAwareness([this.#shown]));
  }

  /** Asks who is present, which the room answers after all that was sent before. */
  sendQuery(): void {
    this.send(new Uint8Array([wire.messageKinds.queryAwareness]));
  }

  /** The section of this kind, or the lane of this village. */
  container(attribute: "kind" | "village", value: string): Y.XmlElement {
    const found = [...this.doc.getXmlFragment(fragmentName).createTreeWalker(() => true)].find(
      (node) => node instanceof Y.XmlElement && node.getAttribute(attribute) === value,
    );
    if (!(found instanceof Y.XmlElement)) throw new Error(`no container ${value}`);
    return found;
  }

  /** Types at the start of a container's first paragraph. */
  type(container: Y.XmlElement, text: string): void {
    this.doc.transact(() => {
      const paragraph = container.get(0);
      if (!(paragraph instanceof Y.XmlElement)) throw new Error("no paragraph");
      const first = paragraph.length > 0 ? paragraph.get(0) : new Y.XmlText();
      if (paragraph.length === 0) paragraph.insert(0, [first]);
      if (first instanceof Y.XmlText) first.insert(0, text);
    });
  }

  /** Who is shown, by client id, as y-protocols has it. */
  get presence(): Map<number, Record<string, unknown>> {
    return this.#awareness.getStates();
  }

  get text(): string {
    return this.doc.getXmlFragment(fragmentName).toString();
  }

  async untilSaved(): Promise<void> {
    await vi.waitUntil(() => this.saved === this.sent);
  }

  async untilText(part: string): Promise<void> {
    await vi.waitUntil(() => this.text.includes(part));
  }

  async untilClosed(timeout = 1000): Promise<number> {
    await vi.waitUntil(() => this.closed !== null, { timeout });
    return this.closed ?? 0;
  }

  close(): void {
    this.socket.close(1000, "bye");
  }

  /** Everybody who came in during a test goes: nobody has more than a few places in a room. */
  static leaveAll(): void {
    for (const client of RoomClient.#all.splice(0)) if (client.closed === null) client.close();
  }

  #read(data: string | ArrayBuffer): void {
    if (typeof data === "string") return;
    const frame = new Uint8Array(data);
    this.frames++;
    if (frame[0] === wire.messageKinds.auth) return;
    const message = wire.decodeMessage(frame);
    if (message.kind === "durable") this.#hear(message.notice);
    if (message.kind === "epoch") this.epoch = message.epoch;
    if (message.kind === "locks") this.locks = message.locks;
    if (message.kind === "storage") this.storageWorks = message.works;
    if (message.kind === "queryAwareness" && this.answersQuery && this.#shown) {
      this.#shown = { ...this.#shown, clock: this.#shown.clock + 1 };
      this.send(wire.encodeAwareness([this.#shown]));
    }
    if (message.kind === "notes") this.news.push(message.news);
    if (message.kind === "awareness") {
      this.heardPresence++;
      applyAwarenessUpdate(this.#awareness, message.payload, this);
    }
    if (message.kind === "sealed") {
      const { life, lastPlace } = readBatch(message.batch);
      const isDurable = life === this.#durable.life && lastPlace <= this.#durable.place;
      if (!isDurable) this.batches.push(message.batch);
      for (const { update } of readBatch(message.batch).entries) {
        this.received.push(update);
        Y.applyUpdate(this.doc, update, this);
      }
    }
    if (message.kind === "update") this.received.push(message.update);
    if (message.kind === "update" || message.kind === "step2") {
      Y.applyUpdate(this.doc, message.update, this);
      this.isSynced ||= message.kind === "step2";
    }
  }

  #hear({ life, place, saved, returned }: wire.Durable): void {
    this.lives.add(life);
    this.#durable = { life, place };
    this.saved += saved;
    this.returned += returned;
    this.batches = this.batches.filter((batch) => {
      const { life: itsLife, lastPlace } = readBatch(batch);
      return life !== itsLife || lastPlace > place;
    });
  }
}
