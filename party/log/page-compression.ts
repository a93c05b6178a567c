import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Stands where a stretch's version would: every page begins with a number. */
export const compressedVersion = 4;

/** More than a page ever holds, so that no archive can make a room run out of memory. */
const maxExpandedBytes = 32 * 1024 * 1024;

/**
 * A page in fewer bytes: the version, how many bytes it has, and those bytes as raw DEFLATE. Stretches
 * may follow, as after any page. What DEFLATE does not make smaller stays as it is.
 */
export function compressPage(page: Uint8Array): Uint8Array {
  if (isCompressed(page)) return page;
  const compressed = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, compressedVersion);
    encoding.writeVarUint(encoder, page.byteLength);
    encoding.writeVarUint8Array(encoder, deflateRawSync(page));
  });
  return compressed.byteLength < page.byteLength ? compressed : page;
}

/** The page as it was before; one that is not compressed as it is. @throws when it is damaged */
export function expandPage(page: Uint8Array): Uint8Array {
  if (!isCompressed(page)) return page;
  const decoder = decoding.createDecoder(page);
  const { length, deflated } = readCompressed(decoder);
  // The limit is that of workerd's buffer, which doubles as it fills.
  const maxOutputLength = 2 * length + 16_384;
  const expanded = inflateRawSync(deflated, { maxOutputLength });
  if (expanded.byteLength !== length)
    throw new Error("a compressed page is not as long as it says");
  const grown = decoding.readTailAsUint8Array(decoder);
  const bytes = new Uint8Array(length + grown.byteLength);
  bytes.set(expanded);
  bytes.set(grown, length);
  return bytes;
}

/** How many bytes `expandPage` would give, without doing it. @throws when it is damaged */
export function expandedBytes(page: Uint8Array): number {
  if (!isCompressed(page)) return page.byteLength;
  const decoder = decoding.createDecoder(page);
  const { length } = readCompressed(decoder);
  return length + page.byteLength - decoder.pos;
}

export function isCompressed(page: Uint8Array): boolean {
  return page[0] === compressedVersion;
}

function readCompressed(decoder: decoding.Decoder): { length: number; deflated: Uint8Array } {
  decoding.readVarUint(decoder);
  const length = decoding.readVarUint(decoder);
  if (length > maxExpandedBytes) throw new Error("a compressed page is too large");
  return { length, deflated: decoding.readVarUint8Array(decoder) };
}
