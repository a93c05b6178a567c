/** SQLite holds 2 MB a value at most in production, which the local runtime does not enforce. */
export const maxValueBytes = 1_500_000;

/** Cuts bytes into values that a row can hold; none for no bytes. */
export function cutIntoParts(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += maxValueBytes) {
    parts.push(bytes.subarray(at, at + maxValueBytes));
  }
  return parts;
}

export function joinParts(parts: readonly ArrayBuffer[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return new Uint8Array(only);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part), offset);
    offset += part.byteLength;
  }
  return bytes;
}
