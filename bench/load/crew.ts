import type { BenchServer } from "../servers/bench-server.ts";
import type { SentAt } from "./arrivals.ts";
import type { LoadOrders, LoadTally } from "./load-orders.ts";
import { Obedient } from "./orders.ts";
import { seedPeer } from "./seed-peer.ts";

/** People of the forum beyond the light clients, for the witnesses. */
const firstWitness = 240;

/** Two load processes on one document: half of the people each, and a witness each. */
export class Crew {
  readonly #processes: Obedient<LoadOrders>[];

  constructor() {
    const file = new URL("./process.ts", import.meta.url);
    this.#processes = [new Obedient<LoadOrders>(file), new Obedient<LoadOrders>(file)];
  }

  /** Everybody joins; answers how long each took, in ms. */
  async join(
    server: BenchServer,
    document: string,
    people: number,
    { hasWitnesses = true, isEmpty = !server.makesTemplate } = {},
  ): Promise<number[]> {
    const seeder = isEmpty ? await seedPeer(server, document) : null;
    const indices = [...Array(people).keys()];
    const took = await this.#all((process, place) =>
      process.order("join", {
        seats: indices
          .filter((index) => index % this.#processes.length === place)
          .map((index) => ({ index, seat: server.seat(document, index) })),
        witness: hasWitnesses
          ? { file: server.witnessFile, seat: server.seat(document, firstWitness + place) }
          : null,
      }),
    );
    seeder?.close();
    return took.flat();
  }

  async prepare(writers: number): Promise<void> {
    await this.#all((process) => process.order("prepare", { writers }));
  }

  async write(
    what: "letters" | "carets",
    seconds: number,
    perSecond: number,
  ): Promise<{ sentAt: SentAt; lagP99Ms: number }> {
    const parts = await this.#all((process) =>
      process.order("write", { what, seconds, perSecond }),
    );
    return {
      sentAt: Object.assign({}, ...parts.map(({ sentAt }) => sentAt)),
      lagP99Ms: Math.max(...parts.map(({ lagP99Ms }) => lagP99Ms)),
    };
  }

  /** Waits for everything that is in `sentAt`; says whether it arrived in time. */
  async drain(sentAt: SentAt, withinMs: number, acknowledged: boolean): Promise<boolean> {
    const typedTo = Object.fromEntries(
      Object.entries(sentAt).map(([writer, times]) => [writer, times.length]),
    );
    const parts = await this.#all((process) =>
      process.order("drain", { typedTo, withinMs, acknowledged }),
    );
    return parts.every(Boolean);
  }

  async tally(what: "letters" | "carets", sentAt: SentAt): Promise<LoadTally[]> {
    return this.#all((process) => process.order("tally", { what, sentAt }));
  }

  async leave(): Promise<void> {
    await this.#all((process) => process.order("leave", {}));
  }

  end(): void {
    for (const process of this.#processes) process.end();
  }

  #all<T>(ask: (process: Obedient<LoadOrders>, place: number) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#processes.map(ask));
  }
}
