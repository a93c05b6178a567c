import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import * as wire from "../../party/wire.ts";
import type { Seat } from "../servers/bench-server.ts";
import { LeanSocket } from "./lean-socket.ts";

/** When one reader had a thread's words and its mark, ms since 1970. */
interface Arrival {
  words?: number;
  mark?: number;
}

/** Somebody in a document who looks for notes; their document is as it was when they came. */
export class NoteReader {
  readonly doc = new Y.Doc();
  readonly #seat: Seat;
  readonly #socket: LeanSocket;
  readonly #awaited = new Map<string, Arrival>();
  #text: Y.XmlText | null = null;

  private constructor(seat: Seat, socket: LeanSocket) {
    this.#seat = seat;
    this.#socket = socket;
  }

  static async open(seat: Seat): Promise<NoteReader> {
    const reader = new NoteReader(seat, await LeanSocket.open(seat.url, seat.headers));
    const opened = new Promise<void>((resolve) => {
      reader.#socket.onBinary = (frame, at) => {
        const message = wire.readFrame(frame);
        if (message?.kind !== "step2") return;
        Y.applyUpdate(reader.doc, message.update);
        reader.#socket.onBinary = (next, then) => reader.#hear(next, then);
        resolve(undefined);
        reader.#hear(frame, at);
      };
    });
    reader.#socket.send(wire.encodeStep1(reader.doc));
    await opened;
    return reader;
  }

  /** Writes a paragraph at the end of the own lane. */
  write(words: string): Y.XmlText {
    this.doc.on("update", (update) => this.#socket.send(wire.encodeUpdate(update)));
    const lane = [...this.doc.getXmlFragment(fragmentName).createTreeWalker(() => true)].find(
      (node) =>
        node instanceof Y.XmlElement && node.getAttribute("village") === this.#seat.villageId,
    );
    if (!(lane instanceof Y.XmlElement)) throw new Error(`no lane for ${this.#seat.villageId}`);
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText(words);
    paragraph.insert(0, [text]);
    lane.push([paragraph]);
    this.#text = text;
    return text;
  }

  type(letter: string): void {
    this.#text?.insert(this.#text.length, letter);
  }

  await(threadId: string): void {
    this.#awaited.set(threadId, {});
  }

  /** When both were here; null while they are not. */
  arrivedAt(threadId: string): number | null {
    const { words, mark } = this.#awaited.get(threadId) ?? {};
    return words === undefined || mark === undefined ? null : Math.max(words, mark);
  }

  close(): void {
    this.#socket.close();
  }

  /** A mark travels as it is written: with its thread's id in letters. */
  #hear(frame: Buffer, at: number): void {
    for (const [threadId, arrival] of this.#awaited) {
      if (!frame.includes(threadId)) continue;
      if (frame[0] === wire.messageKinds.notes) arrival.words ??= at;
      else arrival.mark ??= at;
    }
  }
}
