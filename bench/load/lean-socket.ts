import { type OutgoingHttpHeaders, request } from "node:http";
import type { Socket } from "node:net";

const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/**
 * A WebSocket client that does nothing but frames. A library's cost per frame would be the limit
 * of what two load processes can take in (about 7,000 frames/s each), not the server's.
 */
export class LeanSocket {
  onBinary: (frame: Buffer, at: number) => void = () => {};
  onText: (text: string, at: number) => void = () => {};
  onClose: (code: number) => void = () => {};
  readonly #socket: Socket;
  #rest: Buffer;
  #fragments: Buffer[] = [];
  #isText = false;
  #closeCode = 1006;

  private constructor(socket: Socket, head: Buffer) {
    this.#socket = socket;
    this.#rest = head;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#read(chunk));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.onClose(this.#closeCode));
    // Handlers are set by whoever waits for the opening: what came with it is read after that.
    setImmediate(() => this.#read(Buffer.alloc(0)));
  }

  static open(url: string, headers: OutgoingHttpHeaders): Promise<LeanSocket> {
    return new Promise((resolve, reject) => {
      const upgrade = request(url.replace(/^ws/, "http"), {
        agent: false,
        headers: {
          ...headers,
          connection: "Upgrade",
          upgrade: "websocket",
          "sec-websocket-version": "13",
          "sec-websocket-key": Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString(
            "base64",
          ),
        },
      });
      upgrade.on("upgrade", (_answer, socket, head) => resolve(new LeanSocket(socket, head)));
      upgrade.on("response", (answer) => {
        answer.resume();
        reject(new Error(`the server answered ${answer.statusCode} to a WebSocket`));
      });
      upgrade.on("error", reject);
      upgrade.end();
    });
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed;
  }

  send(data: Uint8Array | string): void {
    if (typeof data === "string") this.#write(opcodes.text, Buffer.from(data));
    else this.#write(opcodes.binary, data);
  }

  close(): void {
    this.#write(opcodes.close, Buffer.from([3, 232]));
    // Not `end`: the runtime leaves its half of the connection open.
    this.#socket.destroySoon();
  }

  /** A client masks its frames; a mask of zeros is as good as any other, and free. */
  #write(opcode: number, payload: Uint8Array): void {
    if (this.#socket.destroyed) return;
    const { byteLength: length } = payload;
    const lengthBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
    const frame = Buffer.alloc(6 + lengthBytes + length);
    frame[0] = 0x80 | opcode;
    if (lengthBytes === 0) frame[1] = 0x80 | length;
    else if (lengthBytes === 2) {
      frame[1] = 0x80 | 126;
      frame.writeUInt16BE(length, 2);
    } else {
      frame[1] = 0x80 | 127;
      frame.writeBigUInt64BE(BigInt(length), 2);
    }
    frame.set(payload, 6 + lengthBytes);
    this.#socket.write(frame);
  }

  #read(chunk: Buffer): void {
    const at = performance.timeOrigin + performance.now();
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = frameEnd(data);
      if (end === null) break;
      this.#take(data[0] ?? 0, data.subarray(end.start, end.end), at);
      data = data.subarray(end.end);
    }
    this.#rest = data;
  }

  #take(head: number, payload: Buffer, at: number): void {
    const opcode = head & 15;
    if (opcode === opcodes.ping) return this.#write(opcodes.pong, payload);
    if (opcode === opcodes.close) {
      this.#closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      return this.close();
    }
    if (opcode === opcodes.pong) return;
    if (opcode !== opcodes.continuation) this.#isText = opcode === opcodes.text;
    if ((head & 0x80) === 0) {
      this.#fragments.push(Buffer.from(payload));
      return;
    }
    const whole =
      this.#fragments.length > 0 ? Buffer.concat([...this.#fragments, payload]) : payload;
    this.#fragments = [];
    if (this.#isText) this.onText(whole.toString(), at);
    else this.onBinary(whole, at);
  }
}

function frameEnd(data: Buffer): { start: number; end: number } | null {
  if (data.length < 2) return null;
  const short = (data[1] ?? 0) & 127;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (data.length < start) return null;
  const length =
    short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  return data.length < start + length ? null : { start, end: start + length };
}
