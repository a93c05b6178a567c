import * as Y from "yjs";
import type { FrameStructs } from "./frame-structs.ts";
import { Waits } from "./refused.ts";

interface Range {
  clock: number;
  len: number;
}

/** What one frame deletes; the ranges of each client id are in order and apart (`update-scan.ts`). */
export class FrameDeletions {
  readonly #byClient: ReadonlyMap<number, readonly Range[]>;

  constructor(byClient: ReadonlyMap<number, readonly Range[]>) {
    this.#byClient = byClient;
  }

  has({ client, clock }: Y.ID): boolean {
    const ranges = this.#byClient.get(client) ?? [];
    let low = 0;
    for (let high = ranges.length - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      const range = ranges[middle];
      if (!range) break;
      if (clock < range.clock) high = middle - 1;
      else if (clock >= range.clock + range.len) low = middle + 1;
      else return true;
    }
    return false;
  }

  /** What would be deleted and is still there. @throws Waits for what is not there yet */
  *items(store: Y.Doc["store"], frame: FrameStructs): Generator<Y.Item> {
    for (const [client, ranges] of this.#byClient) {
      const known = Y.getState(store, client);
      const after = frame.stateAfter(client);
      const structs = store.clients.get(client);
      for (const { clock, len } of ranges) {
        if (clock + len > after) throw new Waits(Y.createID(client, clock + len - 1));
        if (!structs || clock >= known) continue;
        for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
          const struct = structs[at];
          if (!struct || struct.id.clock >= clock + len) break;
          if (struct instanceof Y.Item && !struct.deleted) yield struct;
        }
      }
    }
  }
}
