import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { closureAt, wholeDocumentIsLocked } from "./closure.ts";
import type { Writer } from "./update-check.ts";

/** What typing makes: a run of letters behind a letter, and perhaps before one. */
interface Keystroke {
  client: number;
  clock: number;
  origin: Y.ID;
  rightOrigin: Y.ID | null;
}

const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const letters = 4;
const maxAscii = 0x7f;

/**
 * The client id of the plainest and by far the most frequent frame: a person's next letters in a
 * text that is there and open to them. It need not go through the check of whatever a frame may be.
 * @returns null for every other frame, which says nothing against it
 */
export function keystrokeClient(doc: Y.Doc, update: Uint8Array, writer: Writer): number | null {
  const keystroke = readKeystroke(update);
  if (!keystroke) return null;
  const { client, clock, origin, rightOrigin } = keystroke;
  if (clock !== Y.getState(doc.store, client) || !writer.ownsClient(client)) return null;
  const text = textAround(doc, origin);
  if (!text || (rightOrigin && textAround(doc, rightOrigin) !== text)) return null;
  return isOpen(text, writer) ? client : null;
}

function readKeystroke(update: Uint8Array): Keystroke | null {
  // One client id, one struct.
  if (update[0] !== 1 || update[1] !== 1) return null;
  const decoder = decoding.createDecoder(update);
  try {
    decoder.pos = 2;
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const info = decoding.readUint8(decoder);
    if ((info & ~hasRightOrigin) !== (letters | hasOrigin)) return null;
    const origin = readId(decoder);
    const rightOrigin = (info & hasRightOrigin) === 0 ? null : readId(decoder);
    const run = decoding.readVarUint8Array(decoder);
    const deletions = decoding.readVarUint(decoder);
    // A letter of two halves, or bytes that are no letters, are looked at more closely.
    const isPlain = run.length > 0 && run.every((byte) => byte <= maxAscii);
    const isWhole = deletions === 0 && !decoding.hasContent(decoder);
    return isPlain && isWhole ? { client, clock, origin, rightOrigin } : null;
  } catch {
    return null;
  }
}

function readId(decoder: decoding.Decoder): Y.ID {
  return Y.createID(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
}

/** The text in which a known letter stands, unless it is half of one. */
function textAround(doc: Y.Doc, id: Y.ID): Y.XmlText | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null;
  const item: unknown = Y.getItem(doc.store, id);
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return null;
  const code = item.content.str.charCodeAt(id.clock - item.id.clock);
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return !isHalf && item.parent instanceof Y.XmlText ? item.parent : null;
}

function isOpen(text: Y.XmlText, writer: Writer): boolean {
  if (wholeDocumentIsLocked(writer)) return false;
  for (let at: unknown = text; at instanceof Y.XmlText || at instanceof Y.XmlElement; ) {
    if (at instanceof Y.XmlElement && closureAt(at, writer)) return false;
    at = at._item?.parent;
  }
  return true;
}
