// A load process: many light clients and one witness, steered by its parent over IPC.
import { Arrivals, type SentAt } from "./arrivals.ts";
import { EventLoopLag } from "./event-loop-lag.ts";
import { LightClient, type Traffic } from "./light-client.ts";
import type { LoadOrders } from "./load-orders.ts";
import { MarkedFrames } from "./marked-frames.ts";
import { obey } from "./orders.ts";
import { steadily } from "./steadily.ts";
import { type Joined, joinAsWitness, until, watchArrivals } from "./witness.ts";

let clients: LightClient[] = [];
let witness: Joined | null = null;
let witnessArrivals = new Arrivals();

obey<LoadOrders>({
  async join(order) {
    const frames = new MarkedFrames(order.seats[0]?.seat ?? { dialect: "plain" });
    clients = order.seats.map(({ index, seat }) => new LightClient(index, seat, frames));
    const tookMs = await Promise.all(clients.map((client) => client.join()));
    if (order.witness) {
      witness = await joinAsWitness(order.witness.file, order.witness.seat);
      witnessArrivals = watchArrivals(witness);
    }
    return tookMs;
  },

  async prepare({ writers }) {
    for (const client of clients) client.prepare();
    const others = (own: number) => [...Array(writers).keys()].filter((writer) => writer !== own);
    await until(
      () =>
        clients.every(({ arrivals, index }) =>
          others(index).every((writer) => arrivals.seenOf(writer) > 0),
        ),
      30_000,
      "everybody's paragraph arrived",
    );
  },

  async write({ what, seconds, perSecond }) {
    for (const client of clients) client.startAnew();
    const lag = new EventLoopLag();
    await Promise.all(
      clients.map((client) =>
        steadily(client.index, seconds, perSecond, () => {
          if (what === "letters") client.type();
          else client.moveCaret();
        }),
      ),
    );
    const sentAt: SentAt = {};
    for (const client of clients) {
      sentAt[client.index] = what === "letters" ? client.lettersSentAt : client.caretsSentAt;
    }
    return { sentAt, lagP99Ms: lag.stop() };
  },

  async drain({ typedTo, withinMs, acknowledged }) {
    const isHere = (arrivals: Arrivals, own: number) =>
      Object.entries(typedTo).every(
        ([writer, to]) => Number(writer) === own || arrivals.seenOf(Number(writer)) >= to,
      );
    const isAllHere = () =>
      clients.every(({ arrivals, index }) => isHere(arrivals, index)) &&
      (witness === null || isHere(witnessArrivals, -1)) &&
      (!acknowledged || clients.every(({ unsaved }) => unsaved === 0));
    const inTime = until(isAllHere, withinMs, "everything arrived");
    return inTime.then(
      () => true,
      () => false,
    );
  },

  async tally({ what, sentAt }) {
    return {
      latenciesMs: Float64Array.from(
        clients.flatMap((client) =>
          (what === "letters" ? client.arrivals : client.carets).latencies(sentAt),
        ),
      ),
      witnessLatenciesMs: Float64Array.from(witnessArrivals.latencies(sentAt)),
      savedMs: Float64Array.from(clients.flatMap(({ savedMs }) => savedMs)),
      updates: sumOf(clients.map(({ updates }) => updates)),
      others: sumOf(clients.map(({ others }) => others)),
      sealBytes: clients.reduce((sum, client) => sum + client.sealBytes, 0),
      closed: clients.flatMap(({ closed }) => closed ?? []),
    };
  },

  async leave() {
    witness?.close();
    for (const client of clients) client.close();
    witness = null;
    clients = [];
  },
});

function sumOf(parts: Traffic[]): Traffic {
  return {
    frames: parts.reduce((sum, { frames }) => sum + frames, 0),
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
