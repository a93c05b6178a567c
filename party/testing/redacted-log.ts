import type { RedactionPiece } from "../../domain/redaction.ts";
import { writeFrames } from "../log/archive-frames.ts";
import type { LogStore } from "../log/log-store.ts";
import { decodePage, emptyPage, encodeStretch, type LogEntry } from "../log/page-codec.ts";
import { importArchive } from "../log/room-archive.ts";
import { chooseLetters } from "../redaction/chosen-letters.ts";
import { redactedFrames } from "../redaction/redacted-frames.ts";
import { LogMemory, MemoryLogStore } from "./memory-log-store.ts";

const entriesPerPage = 50;

/** A log of these entries, some of them to a page. */
export function logOf(entries: readonly LogEntry[]): LogStore {
  const store = new MemoryLogStore(new LogMemory(), () => 0);
  for (let from = 0; from < entries.length; from += entriesPerPage) {
    const part = entries.slice(from, from + entriesPerPage);
    const { bytes } = encodeStretch(part, emptyPage);
    const page = { first: from + 1, last: from + part.length, at: from, entries: bytes };
    const nothing = { bindings: [], lastIssuedId: null, schemaVersion: null };
    store.commit({ page, isGrowth: false, ...nothing });
  }
  return store;
}

export function entriesOf(store: LogStore): LogEntry[] {
  return store.pagesAfter(0).flatMap((page) => decodePage(page.entries));
}

export const redactor = { personId: "facilitator", villageId: null };

/** What a room makes of its log, with the bytes on their way. */
export async function redactedLog(
  store: LogStore,
  pieces: readonly RedactionPiece[],
): Promise<{ store: LogStore; bytes: Uint8Array }> {
  const chosen = chooseLetters(store, pieces);
  if (typeof chosen === "string") throw new Error(`nothing was redacted: ${chosen}`);
  const order = { redactionId: "redaction-1", author: redactor };
  const chunks = [...writeFrames(redactedFrames(store, chosen, order, 7))];
  const next = new MemoryLogStore(new LogMemory(), () => 0);
  const result = await importArchive(asStream(chunks), next);
  if (result !== "imported") throw new Error(`the archive is refused: ${result}`);
  return { store: next, bytes: new Uint8Array(chunks.flatMap((chunk) => [...chunk])) };
}

async function* asStream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
