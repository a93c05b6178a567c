import * as Y from "yjs";
import { Refused, Waits } from "./refused.ts";

export type Struct = Y.Item | Y.GC;

/** The structs of one frame, in the light of a document that it is not applied to yet. */
export class FrameStructs {
  readonly #store: Y.Doc["store"];
  readonly #byClient = new Map<number, Struct[]>();
  /** Holders of the types that this frame brings: Yjs links them only when it integrates. */
  readonly #holders = new Map<unknown, Y.Item>();

  /** @throws Refused when a client id is not the writer's, or its clocks leave a gap */
  constructor(
    store: Y.Doc["store"],
    structs: readonly (Struct | Y.Skip)[],
    ownsClient: (client: number) => boolean,
  ) {
    this.#store = store;
    for (const struct of structs) {
      if (struct instanceof Y.Skip) throw new Refused("malformed");
      const { client, clock } = struct.id;
      const ofClient = this.#byClient.get(client);
      if (ofClient) ofClient.push(struct);
      else {
        if (!ownsClient(client)) throw new Refused("foreignAuthor");
        if (clock > Y.getState(store, client)) throw new Refused("unfounded");
        this.#byClient.set(client, [struct]);
      }
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) {
        this.#holders.set(struct.content.type, struct);
      }
    }
  }

  get clients(): Set<number> {
    return new Set(this.#byClient.keys());
  }

  /** Whether there are structs, and none of them is known. */
  get isNew(): boolean {
    const isFirst = ([client, [first]]: [number, Struct[]]) =>
      first?.id.clock === Y.getState(this.#store, client);
    return !this.isEmpty && [...this.#byClient].every(isFirst);
  }

  get isEmpty(): boolean {
    return this.#byClient.size === 0;
  }

  /** The items that are new, whole or in part. */
  *newItems(): Generator<Y.Item> {
    for (const [client, structs] of this.#byClient) {
      const known = Y.getState(this.#store, client);
      for (const struct of structs) {
        if (struct instanceof Y.Item && endOf(struct) > known) yield struct;
      }
    }
  }

  /** Where the clock of this client will stand. */
  stateAfter(client: number): number {
    const known = Y.getState(this.#store, client);
    const last = this.#byClient.get(client)?.at(-1);
    return last ? Math.max(known, endOf(last)) : known;
  }

  holderOf(type: unknown): Y.Item | null {
    return this.#holders.get(type) ?? null;
  }

  /** @throws Waits when neither document nor frame has it */
  find(id: Y.ID): Struct {
    if (id.clock < Y.getState(this.#store, id.client)) {
      return Y.getItem(this.#store, id) as Struct;
    }
    const structs = this.#byClient.get(id.client) ?? [];
    let low = 0;
    for (let high = structs.length - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (!struct) break;
      if (id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= endOf(struct)) low = middle + 1;
      else return struct;
    }
    throw new Waits(id);
  }

  /**
   * That Yjs can integrate all of it: each struct after everything that it names. A ring, or a
   * neighbour in the own future, would throw in the middle of the work or be parked for ever.
   */
  checkOrder(): void {
    const rest = new Map(
      [...this.#byClient].map(([client, structs]) => [client, [...structs].reverse()]),
    );
    const reached = new Map<number, number>();
    for (let hasProgress = true; hasProgress; ) {
      hasProgress = false;
      for (const [client, structs] of rest) {
        for (
          let next = structs.at(-1);
          next && this.#isFounded(next, reached);
          next = structs.at(-1)
        ) {
          reached.set(client, endOf(next));
          structs.pop();
          hasProgress = true;
        }
        if (structs.length === 0) rest.delete(client);
      }
    }
    if (rest.size > 0) throw new Refused("malformed");
  }

  #isFounded(struct: Struct, reached: ReadonlyMap<number, number>): boolean {
    const known = Y.getState(this.#store, struct.id.client);
    if (!(struct instanceof Y.Item) || endOf(struct) <= known) return true;
    return neighboursOf(struct).every((id) => {
      const { client, clock } = id;
      if (clock < Y.getState(this.#store, client) || clock < (reached.get(client) ?? 0))
        return true;
      if (clock >= this.stateAfter(client))
        throw client === struct.id.client ? new Refused("malformed") : new Waits(id);
      return false;
    });
  }
}

export function endOf(struct: Struct): number {
  return struct.id.clock + struct.length;
}

function neighboursOf({ origin, rightOrigin, parent }: Y.Item): Y.ID[] {
  const ids = [];
  if (origin) ids.push(origin);
  if (rightOrigin) ids.push(rightOrigin);
  if (parent instanceof Y.ID) ids.push(parent);
  return ids;
}
