import { strFromU8, Unzip, UnzipInflate, zipSync } from "fflate";
import { ImportTrouble } from "./import-trouble.ts";
import { type Dropped, Tally } from "./tally.ts";

/** Of the file as it was chosen. */
export const maxDocxBytes = 20_000_000;
/** Of all that is read of it, unpacked: 200 pages of tables are some 15 MB. */
const maxUnpackedBytes = 40_000_000;
const maxParts = 5000;
const chunkBytes = 64 * 1024;

/** What the text is made of; nothing else of the file is unpacked. */
const wanted =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document\d*|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/document\d*\.xml\.rels)$/;

/**
 * A Word file with its text alone: without macros, pictures, embedded files and what it would fetch
 * from elsewhere. It is unpacked piece by piece and given up as soon as it grows too large, whatever
 * size it claims.
 * @param maxBytes of what is read of it, unpacked
 * @throws ImportTrouble
 */
export function textOnly(
  file: Uint8Array,
  maxBytes = maxUnpackedBytes,
): { docx: Uint8Array<ArrayBuffer>; dropped: Dropped } {
  if (file.byteLength > maxDocxBytes) throw new ImportTrouble("tooLarge");
  requireZip(file);
  const tally = new Tally();
  const parts = unpack(file, tally, maxBytes);
  if (
    !("word/document.xml" in parts) &&
    !Object.keys(parts).some((name) => /document\d+/.test(name))
  ) {
    throw new ImportTrouble("notDocx");
  }
  for (const [name, bytes] of Object.entries(parts)) {
    if (name.endsWith(".rels")) parts[name] = withoutExternal(bytes, tally);
  }
  for (const notes of ["word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"]) {
    const found = parts[notes];
    if (found) tally.drop("notes", notesIn(strFromU8(found)));
    delete parts[notes];
  }
  const docx = zipSync(parts, { level: 0 }) as Uint8Array<ArrayBuffer>;
  return { docx, dropped: tally.counts };
}

function requireZip(file: Uint8Array): void {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => file[at] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46)) throw new ImportTrouble("isPdf");
  // Word before 2007, and a newer file behind a password, are both of this form.
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    const text = strFromU8(file.subarray(0, 64 * 1024), true).replaceAll("\0", "");
    throw new ImportTrouble(text.includes("EncryptedPackage") ? "isEncrypted" : "isOldWord");
  }
  if (!begins(0x50, 0x4b)) throw new ImportTrouble("notDocx");
}

function unpack(
  file: Uint8Array,
  tally: Tally,
  maxBytes: number,
): Record<string, Uint8Array<ArrayBuffer>> {
  const parts: Record<string, Uint8Array<ArrayBuffer>> = {};
  let unpackedBytes = 0;
  let count = 0;
  const unzip = new Unzip((entry) => {
    if (++count > maxParts) throw new ImportTrouble("unpacksTooLarge");
    noteDropped(entry.name, tally);
    if (!wanted.test(entry.name)) return;
    const chunks: Uint8Array[] = [];
    entry.ondata = (error, chunk, isLast) => {
      // Also what was thrown below, which the library hands back.
      if (error) throw error;
      unpackedBytes += chunk.byteLength;
      if (unpackedBytes > maxBytes) throw new ImportTrouble("unpacksTooLarge");
      chunks.push(chunk);
      if (isLast) parts[entry.name] = joined(chunks);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < file.byteLength; at += chunkBytes) {
      unzip.push(file.subarray(at, at + chunkBytes), at + chunkBytes >= file.byteLength);
    }
  } catch (error) {
    if (error instanceof ImportTrouble) throw error;
    throw new ImportTrouble("damaged", { cause: error });
  }
  if (count === 0) throw new ImportTrouble("damaged");
  return parts;
}

function noteDropped(name: string, tally: Tally): void {
  if (/vbaProject\.bin$/i.test(name)) tally.drop("macros");
  else if (/^word\/media\//.test(name)) tally.drop("images");
  else if (/^word\/(embeddings|activeX|charts)\/[^/]+$/.test(name)) tally.drop("embedded");
}

/** Addresses are gone before anything reads them; links are told about apart from what is fetched. */
function withoutExternal(bytes: Uint8Array, tally: Tally): Uint8Array<ArrayBuffer> {
  const kept = strFromU8(bytes).replaceAll(/<Relationship\b[^>]*>/g, (relation) => {
    if (!/TargetMode\s*=\s*["']External["']/i.test(relation)) return relation;
    const isLink = /\/hyperlink["']/i.test(relation);
    if (!isLink) tally.drop("external");
    // A link keeps a harmless address, for the reader stumbles over one that has none.
    return isLink ? relation.replace(/Target\s*=\s*"[^"]*"/, 'Target="about:blank"') : "";
  });
  return new TextEncoder().encode(kept);
}

/** The two that draw the lines above the notes are none. */
function notesIn(xml: string): number {
  const all = xml.match(/<w:(footnote|endnote|comment)\b(?![^>]*w:type=)[^>]*>/g);
  return all?.length ?? 0;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
