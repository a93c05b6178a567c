import { pathToFileURL } from "node:url";
import type { Seat } from "../servers/bench-server.ts";
import { Arrivals } from "./arrivals.ts";
import { firstClientId, maxClients } from "./marked-frames.ts";

/** What a provider's own file (`witnessFile`) gives. Its Yjs is its own copy: no instanceof. */
export interface Joined {
  doc: {
    on(
      event: "afterTransaction",
      listener: (transaction: {
        beforeState: Map<number, number>;
        afterState: Map<number, number>;
      }) => void,
    ): void;
  };
  isReady(): boolean;
  /** Own changes that the server has not acknowledged. */
  unsaved(): number;
  close(): void;
}

/** Joins through the server's own provider. */
export async function joinAsWitness<J extends Joined>(file: string, seat: Seat): Promise<J> {
  // A peer brings a Yjs of its own, which warns of two copies: here the two never meet.
  Reflect.deleteProperty(globalThis, "__ $YJS$ __");
  const { join } = (await import(pathToFileURL(file).href)) as { join(seat: Seat): J };
  const joined = join(seat);
  await until(() => joined.isReady(), 15_000, "a witness received the document");
  return joined;
}

/** Notes each letter when the provider has applied it, which is when a screen could show it. */
export function watchArrivals(joined: Joined): Arrivals {
  const arrivals = new Arrivals();
  joined.doc.on("afterTransaction", ({ beforeState, afterState }) => {
    const at = performance.timeOrigin + performance.now();
    for (const [client, to] of afterState) {
      const writer = client - firstClientId;
      const from = beforeState.get(client) ?? 0;
      if (to > from && writer >= 0 && writer < maxClients)
        arrivals.take([{ writer, from, to }], at);
    }
  });
  return arrivals;
}

export async function until(isTrue: () => boolean, withinMs: number, what: string): Promise<void> {
  const endsAt = performance.now() + withinMs;
  while (!isTrue()) {
    if (performance.now() > endsAt) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
