import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { PlannedFile } from "./forum-plan.ts";

interface Making {
  files: readonly PlannedFile[];
  /** The index, written last: it says which files are missing. */
  index: (missing: ReadonlySet<string>) => string;
  /** Before each file: which it is, from 1. */
  onProgress: (step: { done: number; all: number; path: string }) => void;
  signal: AbortSignal;
}

export interface ForumZip {
  zip: Blob;
  /** Paths of what could not be made or fetched. */
  missing: string[];
}

/** From here on pieces become a Blob, which the browser may keep on the disk. */
const heldBytes = 8_000_000;

/**
 * All files as one ZIP. Each is made when its turn comes and let go when it is in, so that memory
 * holds one of them at a time.
 * @throws AbortError when it was cancelled
 */
export async function makeForumZip({
  files,
  index,
  onProgress,
  signal,
}: Making): Promise<ForumZip> {
  const pieces = new Pieces();
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else pieces.add(piece as Uint8Array<ArrayBuffer>);
  });
  const missing = new Set<string>();
  for (const [at, file] of files.entries()) {
    signal.throwIfAborted();
    onProgress({ done: at + 1, all: files.length, path: file.path });
    try {
      const content = await file.make(signal);
      const { path, isPacked } = file;
      const entry = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
      zip.add(entry);
      await pushInto(entry, content);
    } catch {
      signal.throwIfAborted();
      missing.add(file.path);
    }
  }
  const entry = new ZipDeflate("index.html", { level: 6 });
  zip.add(entry);
  entry.push(strToU8(index(missing)), true);
  zip.end();
  if (failure) throw failure;
  return { zip: pieces.whole(), missing: [...missing] };
}

async function pushInto(entry: ZipPassThrough | ZipDeflate, content: Blob | string) {
  const reader = new Blob([content]).stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    entry.push(read.value, false);
  }
  entry.push(new Uint8Array(), true);
}

class Pieces {
  #held: Uint8Array<ArrayBuffer>[] = [];
  #heldBytes = 0;
  readonly #done: Blob[] = [];

  add(piece: Uint8Array<ArrayBuffer>): void {
    this.#held.push(piece);
    this.#heldBytes += piece.byteLength;
    if (this.#heldBytes < heldBytes) return;
    this.#done.push(new Blob(this.#held));
    this.#held = [];
    this.#heldBytes = 0;
  }

  whole(): Blob {
    return new Blob([...this.#done, ...this.#held], { type: "application/zip" });
  }
}
