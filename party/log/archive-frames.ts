import { createHash } from "node:crypto";
import { ByteQueue } from "./byte-queue.ts";

/**
 * An archive: a magic word, its version, then frames: kind (1 byte), length (4 bytes, big-endian),
 * payload. The last frame is the SHA-256 of all bytes before it.
 */
const magic = new TextEncoder().encode("sinau-room");
const archiveVersion = 2;
const frameHeadBytes = 5;

/** No frame is larger: a checkpoint is about as large as its document, a page far smaller. */
const maxFrameBytes = 32 * 1024 * 1024;

const kinds = { head: 1, bindings: 2, checkpoint: 3, page: 4, end: 5 } as const;
type Kind = keyof typeof kinds;

export interface Frame {
  kind: Exclude<Kind, "end">;
  payload: Uint8Array;
}

/** `tooNew`: written by a newer version, or its document is of a newer schema. */
export type ArchiveFault = "truncated" | "damaged" | "tooNew";

export class ArchiveRefused extends Error {
  readonly fault: ArchiveFault;

  constructor(fault: ArchiveFault, options?: ErrorOptions) {
    super(`the archive is refused: ${fault}`, options);
    this.fault = fault;
  }
}

/** The bytes of an archive, a chunk for each frame. @throws when a frame could not be read again */
export function* writeFrames(frames: Iterable<Frame>): Generator<Uint8Array> {
  const hash = createHash("sha256");
  const start = Uint8Array.of(...magic, archiveVersion);
  hash.update(start);
  yield start;
  for (const { kind, payload } of frames) {
    const bytes = frameOf(kind, payload);
    hash.update(bytes);
    yield bytes;
  }
  yield frameOf("end", new Uint8Array(hash.digest()));
}

/** For the runtime, which passes streams of bytes alone from object to object. */
export function streamOf(chunks: Iterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    type: "bytes",
    pull(controller) {
      const { done, value } = chunks.next();
      if (!done) return controller.enqueue(value);
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

/** @throws ArchiveRefused, at the latest where the archive ends: believe nothing before */
export async function* readFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const queue = new ByteQueue(chunks);
  const hash = createHash("sha256");
  const start = await take(queue, magic.byteLength + 1);
  hash.update(start);
  if (magic.some((byte, index) => start[index] !== byte)) throw new ArchiveRefused("damaged");
  if ((start.at(-1) ?? 0) > archiveVersion) throw new ArchiveRefused("tooNew");
  for (;;) {
    const head = await take(queue, frameHeadBytes);
    const kind = kindOf(head[0]);
    const length = new DataView(head.buffer).getUint32(1);
    if (kind === null || length > maxFrameBytes) throw new ArchiveRefused("damaged");
    const payload = await take(queue, length);
    if (kind === "end") {
      const isWhole = hash.digest().equals(payload) && (await queue.isAtEnd());
      if (!isWhole) throw new ArchiveRefused("damaged");
      return;
    }
    hash.update(head).update(payload);
    yield { kind, payload };
  }
}

async function take(queue: ByteQueue, length: number): Promise<Uint8Array> {
  const bytes = await queue.take(length);
  if (bytes === null) throw new ArchiveRefused("truncated");
  return bytes;
}

function frameOf(kind: Kind, payload: Uint8Array): Uint8Array {
  if (payload.byteLength > maxFrameBytes) throw new Error("a frame is too large for an archive");
  const bytes = new Uint8Array(frameHeadBytes + payload.byteLength);
  bytes[0] = kinds[kind];
  new DataView(bytes.buffer).setUint32(1, payload.byteLength);
  bytes.set(payload, frameHeadBytes);
  return bytes;
}

function kindOf(byte: number | undefined): Kind | null {
  const names = Object.keys(kinds) as Kind[];
  return names.find((name) => kinds[name] === byte) ?? null;
}
