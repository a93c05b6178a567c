import type { RedactionOrder } from "../../domain/redaction.ts";
import * as codec from "../log/archive-codec.ts";
import type { Frame } from "../log/archive-frames.ts";
import type { LogStore, Page, Redaction } from "../log/log-store.ts";
import { decodePage, emptyPage, encodeStretch, type LogEntry } from "../log/page-codec.ts";
import { framesOf } from "../log/room-archive.ts";
import { isAnnotationKey } from "../notes/annotation-key.ts";
import type { Chosen } from "./chosen-letters.ts";
import { rewrittenUpdate, type UpdateReader } from "./rewritten-update.ts";
import { maskedValue } from "./word-masks.ts";

/** An update that changes nothing: no structs, no deletions. */
const nothing = Uint8Array.of(0, 0);

/**
 * A room's archive in the next epoch, with bars in the place of the chosen letters: in every entry
 * and in the checkpoint, which stays the state of the same document. Nothing else of an entry
 * changes (R11). The last one says that there was a redaction.
 * @param at ms since 1970
 */
export function* redactedFrames(
  store: LogStore,
  chosen: Chosen,
  { redactionId, author }: Pick<RedactionOrder, "redactionId" | "author">,
  at: number,
): Generator<Frame, void> {
  const overwrite = overwritingOf(chosen);
  const place = (store.lastPage()?.last ?? 0) + 1;
  const redaction: Redaction = {
    id: redactionId,
    epoch: store.seal().epoch + 1,
    place,
    units: chosen.units,
  };
  for (const frame of framesOf(store)) yield redactedFrame(frame, redaction, overwrite);
  const cause = `redaction:${redactionId}` as const;
  const { bytes } = encodeStretch([{ author, cause, at, update: nothing }], emptyPage);
  yield {
    kind: "page",
    payload: codec.encodePageRow({ first: place, last: place, at, entries: bytes }),
  };
}

type Overwrite = (update: Uint8Array) => Uint8Array;

function overwritingOf({ letters, keys, words }: Chosen): Overwrite {
  const reader: UpdateReader = {
    text: (client, clock, text) => letters.overwrite(client, clock, text),
    attribute: (id, value) => (keys.isFree(id) ? maskedValue(value, words) : value),
    mark: (key, value) => (isAnnotationKey(key) ? value : maskedValue(value, words)),
  };
  return (update) => rewrittenUpdate(update, reader);
}

function redactedFrame({ kind, payload }: Frame, redaction: Redaction, overwrite: Overwrite) {
  switch (kind) {
    case "head": {
      const head = codec.decodeHead(payload);
      const { epoch, place } = redaction;
      const redactions = [...head.redactions, redaction];
      // Pages that are written anew are not compressed.
      return {
        kind,
        payload: codec.encodeHead({ ...head, epoch, place, redactions, repackFrom: null }),
      };
    }
    case "bindings":
      return { kind, payload };
    case "checkpoint": {
      const { place, state } = codec.decodeCheckpoint(payload);
      return { kind, payload: codec.encodeCheckpoint({ place, state: overwrite(state) }) };
    }
    case "page": {
      const page = redactedPage(codec.decodePageRow(payload), overwrite);
      return { kind, payload: codec.encodePageRow(page) };
    }
  }
}

/** The same object where nothing in it changes. */
function redactedPage(page: Page, overwrite: Overwrite): Page {
  const before = decodePage(page.entries);
  const entries = before.map((entry): LogEntry => {
    const update = overwrite(entry.update);
    return update === entry.update ? entry : { ...entry, update };
  });
  if (entries.every((entry, at) => entry === before[at])) return page;
  return { ...page, entries: encodeStretch(entries, emptyPage).bytes };
}
