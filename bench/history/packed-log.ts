import { deflateRawSync } from "node:zlib";
import { decodePage, emptyPage, encodeStretch, type LogEntry } from "../../party/log/page-codec.ts";
import { smallPageBytes } from "../../party/log/page-packing.ts";

export interface PackedLog {
  pages: number;
  bytes: number;
  /** The same pages, each compressed by itself: what a room could store without loss. */
  deflatedBytes: number;
}

/** The log in pages of the usual size, as repacking leaves it. @throws when an entry is not intact */
export function packLog(entries: readonly LogEntry[]): PackedLog {
  const packed: PackedLog = { pages: 0, bytes: 0, deflatedBytes: 0 };
  let group: LogEntry[] = [];
  let bytes = 0;
  const close = () => {
    const page = encodeStretch(group, emptyPage).bytes;
    if (!areEqual(decodePage(page), group)) throw new Error("an entry was changed");
    packed.pages++;
    packed.bytes += page.byteLength;
    packed.deflatedBytes += deflateRawSync(page).byteLength;
    group = [];
    bytes = 0;
  };
  for (const entry of entries) {
    group.push(entry);
    bytes += entry.update.byteLength + 4;
    if (bytes >= smallPageBytes) close();
  }
  if (group.length > 0) close();
  return packed;
}

function areEqual(a: readonly LogEntry[], b: readonly LogEntry[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ author, at, update }, index) => {
      const other = b[index];
      return (
        other?.at === at &&
        other.author.personId === author.personId &&
        Buffer.compare(Buffer.from(update), Buffer.from(other.update)) === 0
      );
    })
  );
}
