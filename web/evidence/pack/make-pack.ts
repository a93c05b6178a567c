import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { PackData, Words } from "./pack-data.ts";
import { packTexts, type WantedFile, wantedFiles } from "./pack-files.ts";

interface Making {
  data: PackData;
  words: Words;
  origin: string;
  /** The bytes of one file. It rejects where they cannot be had. */
  fetchFile: (file: WantedFile, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
  /** Before each file: which it is, from 1; `null` when all are there. */
  onProgress: (step: { done: number; all: number; name: string } | null) => void;
  signal: AbortSignal;
}

interface Pack {
  parts: Uint8Array<ArrayBuffer>[];
  /** How many files could not be fetched; the index names them. */
  missingCount: number;
}

/**
 * Everything as one ZIP. Photos and PDFs are stored as they are: they hardly get smaller. The index is
 * written last, since it says which files are missing.
 * @throws AbortError when it was cancelled
 */
export async function makePack(making: Making): Promise<Pack> {
  const { data, words, origin, fetchFile, onProgress, signal } = making;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, part) => {
    if (error) failure = error;
    else parts.push(part as Uint8Array<ArrayBuffer>);
  });
  const files = wantedFiles(data);
  const missing = new Set<string>();
  for (const [place, file] of files.entries()) {
    signal.throwIfAborted();
    onProgress({ done: place + 1, all: files.length, name: file.name });
    try {
      const bytes = await fetchFile(file, signal);
      const entry = new ZipPassThrough(file.path);
      zip.add(entry);
      entry.push(bytes, true);
    } catch {
      signal.throwIfAborted();
      missing.add(file.id);
    }
  }
  onProgress(null);
  for (const [path, text] of Object.entries(packTexts(data, words, origin, missing))) {
    const entry = new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    entry.push(strToU8(text), true);
  }
  zip.end();
  if (failure) throw failure;
  return { parts, missingCount: missing.size };
}
