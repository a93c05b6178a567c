import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { sealBytes } from "../../party/seals/sealed-batch.ts";
import * as wire from "../../party/wire.ts";
import type { Seat } from "../servers/bench-server.ts";
import { Arrivals } from "./arrivals.ts";
import { address, opening } from "./dialect.ts";
import { LeanSocket } from "./lean-socket.ts";
import { firstClientId, type MarkedFrames, type Run } from "./marked-frames.ts";

export interface Traffic {
  frames: number;
  bytes: number;
}

/**
 * A person at a screen, without the screen: speaks the protocol, types into a paragraph of its
 * own in its village's lane, and notes what arrives and when. Others' changes are not applied, so
 * that hundreds fit into a process; the witnesses apply everything.
 */
export class LightClient {
  readonly index: number;
  readonly arrivals = new Arrivals();
  readonly carets = new Arrivals();
  /** When each of our update frames went out; the room counts them in the same order. */
  readonly framesSentAt: number[] = [];
  /** When each letter went out, by its clock. */
  readonly lettersSentAt: number[] = [];
  readonly caretsSentAt: number[] = [];
  readonly savedMs: number[] = [];
  /** Without carets: changes passed on, and everything else (acknowledgements, protocol). */
  updates: Traffic = { frames: 0, bytes: 0 };
  others: Traffic = { frames: 0, bytes: 0 };
  sealBytes = 0;
  closed: number | null = null;
  /** The newest presence that was received, as its payload. */
  presence: Uint8Array | null = null;
  readonly #seat: Seat;
  readonly #frames: MarkedFrames;
  readonly #doc = new Y.Doc();
  #socket: LeanSocket | null = null;
  #text: Y.XmlText | null = null;
  #saved = 0;
  #caretClock = 0;
  #document: Uint8Array = new Uint8Array();
  #onDocument: (at: number) => void = () => {};

  constructor(index: number, seat: Seat, frames: MarkedFrames) {
    this.index = index;
    this.#seat = seat;
    this.#frames = frames;
    this.#doc.clientID = firstClientId + index;
  }

  /** Joins and waits for the document; returns the ms from the first byte sent to the last received. */
  async join(): Promise<number> {
    const startedAt = now();
    const received = new Promise<number>((resolve, reject) => {
      this.#onDocument = resolve;
      LeanSocket.open(this.#seat.url, this.#seat.headers).then((socket) => {
        this.#socket = socket;
        socket.onBinary = (frame, at) => this.#take(frame, at);
        socket.onClose = (code) => {
          this.closed = code;
          reject(new Error(`the server closed with ${code}`));
        };
        for (const frame of opening(this.#seat)) socket.send(frame);
      }, reject);
    });
    const receivedAt = await received;
    return receivedAt - startedAt;
  }

  /** The document as it was received, a Yjs update. */
  get document(): Uint8Array {
    return this.#document;
  }

  /** Makes the paragraph in which this client will type, with a first letter. */
  prepare(): void {
    Y.applyUpdate(this.#doc, this.#document);
    this.#doc.on("update", (update) => this.sendUpdate(update));
    const lane = [...this.#doc.getXmlFragment(fragmentName).createTreeWalker(isElement)].find(
      (node) =>
        node instanceof Y.XmlElement &&
        node.nodeName === "lane" &&
        node.getAttribute("village") === this.#seat.villageId,
    );
    if (!(lane instanceof Y.XmlElement)) throw new Error(`no lane for ${this.#seat.villageId}`);
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText("a");
    paragraph.insert(0, [text]);
    lane.push([paragraph]);
    this.#text = text;
  }

  /** Puts a paragraph of text at the end of the own lane. */
  paste(text: string): void {
    const lane = this.#text?.parent?.parent;
    if (!(lane instanceof Y.XmlElement)) throw new Error("paste before prepare");
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    lane.push([paragraph]);
  }

  /** Types one letter at the end of the own paragraph. */
  type(): void {
    const clock = Y.getState(this.#doc.store, this.#doc.clientID);
    this.lettersSentAt[clock] = now();
    this.#text?.insert(this.#text.length, clock % 6 === 0 ? " " : "n");
  }

  moveCaret(): void {
    const clock = ++this.#caretClock;
    this.caretsSentAt[clock] = now();
    const place = {
      type: null,
      tname: null,
      item: { client: this.#doc.clientID, clock },
      assoc: 0,
    };
    const state = { user: { name: "" }, cursor: { anchor: place, head: place } };
    this.send(wire.encodeAwareness([{ client: this.#doc.clientID, clock, state }]));
  }

  sendUpdate(update: Uint8Array): void {
    this.framesSentAt.push(now());
    this.send(wire.encodeUpdate(update));
  }

  send(message: Uint8Array): void {
    this.#socket?.send(address(this.#seat, message));
  }

  close(): void {
    this.#socket?.close();
  }

  /** Update frames that no acknowledgement has covered yet. */
  get unsaved(): number {
    return this.framesSentAt.length - this.#saved;
  }

  /** Forgets what was measured so far, not what was sent. */
  startAnew(): void {
    this.lettersSentAt.length = 0;
    this.caretsSentAt.length = 0;
    this.updates = { frames: 0, bytes: 0 };
    this.others = { frames: 0, bytes: 0 };
    this.sealBytes = 0;
    this.savedMs.length = 0;
  }

  #take(frame: Buffer, at: number): void {
    const { message, runs } = this.#frames.read(frame);
    if (message.kind === "awareness") {
      this.presence = message.payload;
      return this.carets.take(runs.filter(this.#isOthers), at);
    }
    if (message.kind === "update" || message.kind === "sealed") {
      const seal = message.kind === "sealed" ? sealBytes : 0;
      this.updates.frames++;
      this.updates.bytes += frame.length - seal;
      this.sealBytes += seal;
      return this.arrivals.take(runs.filter(this.#isOthers), at);
    }
    this.others.frames++;
    this.others.bytes += frame.length;
    if (message.kind === "durable") return this.#takeDurable(message.notice, at);
    if (message.kind !== "step2") return;
    this.#document = message.payload;
    this.#onDocument(at);
  }

  /** Some servers send everybody's changes back to them. */
  #isOthers = ({ writer }: Run): boolean => writer !== this.index;

  #takeDurable({ saved }: wire.Durable, at: number): void {
    for (let left = saved; left > 0; left--, this.#saved++) {
      this.savedMs.push(at - (this.framesSentAt[this.#saved] ?? at));
    }
  }
}

function isElement(node: unknown): boolean {
  return node instanceof Y.XmlElement;
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
