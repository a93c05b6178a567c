import type { Crew } from "./load/crew.ts";
import { percentile } from "./percentile.ts";
import type { BenchServer, ServerName } from "./servers/bench-server.ts";

export interface RoomLoad {
  people: number;
  editsPerSecond: number;
  seconds: number;
}

/** One run of one server. Times in ms; a letter relayed to one screen is one delivery. */
export interface RoomRun {
  server: ServerName;
  people: number;
  screenP50: number | null;
  screenP95: number | null;
  screenP99: number | null;
  witnessP95: number | null;
  /** Share of all letters that reached all screens before the run gave up waiting. */
  delivered: number;
  framesPerEditAndClient: number;
  bytesPerKeystroke: number;
  /** Counted apart: the seals under what our room passes on. */
  sealBytesPerKeystroke: number;
  otherFramesPerEditAndClient: number;
  cpuMicrosPerDelivery: number;
  storedP95: number | null;
  lagP99: number;
}

const drainWithinMs = 10_000;
/** Both peers store two seconds after the last change at the latest. */
const storeTries = 25;

/** Everybody types into a fresh document. */
export async function runRoom(server: BenchServer, crew: Crew, load: RoomLoad): Promise<RoomRun> {
  const { people, editsPerSecond, seconds } = load;
  const document = server.newDocument();
  try {
    await crew.join(server, document, people);
    await crew.prepare(people);
    await crew.write("letters", 1, editsPerSecond);
    const cpuBefore = server.cpuMs();
    const { sentAt, lagP99Ms } = await crew.write("letters", seconds, editsPerSecond);
    await crew.drain(sentAt, drainWithinMs, server.acknowledges);
    const cpuMs = server.cpuMs() - cpuBefore;
    const tallies = await crew.tally("letters", sentAt);
    const screens = tallies.flatMap(({ latenciesMs }) => [...latenciesMs]);
    const witnessed = tallies.flatMap(({ witnessLatenciesMs }) => [...witnessLatenciesMs]);
    const letters = Object.values(sentAt).flatMap((times) =>
      times.filter((at) => at !== undefined),
    );
    const expected = letters.length * (people - 1 + tallies.length);
    const sum = (of: (tally: (typeof tallies)[number]) => number) =>
      tallies.reduce((total, tally) => total + of(tally), 0);
    return {
      server: server.name,
      people,
      screenP50: percentile(screens, 0.5),
      screenP95: percentile(screens, 0.95),
      screenP99: percentile(screens, 0.99),
      witnessP95: percentile(witnessed, 0.95),
      delivered: (screens.length + witnessed.length) / expected,
      framesPerEditAndClient: sum(({ updates }) => updates.frames) / letters.length / people,
      bytesPerKeystroke: sum(({ updates }) => updates.bytes) / screens.length,
      sealBytesPerKeystroke: sum((tally) => tally.sealBytes) / screens.length,
      otherFramesPerEditAndClient: sum(({ others }) => others.frames) / letters.length / people,
      cpuMicrosPerDelivery: (cpuMs * 1000) / (screens.length + witnessed.length),
      storedP95: await storedP95(server, document, tallies, letters),
      lagP99: lagP99Ms,
    };
  } finally {
    await crew.leave();
  }
}

/** Ours tells each author; of the peers we know when they wrote everything that they had. */
async function storedP95(
  server: BenchServer,
  document: string,
  tallies: { savedMs: Float64Array }[],
  letters: number[],
): Promise<number | null> {
  if (server.acknowledges) {
    return percentile(
      tallies.flatMap(({ savedMs }) => [...savedMs]),
      0.95,
    );
  }
  const last = letters.reduce((latest, at) => Math.max(latest, at), 0);
  let stores = await server.stores(document);
  for (let tries = 0; tries < storeTries && !stores.some(({ at }) => at >= last); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    stores = await server.stores(document);
  }
  const waits = letters.flatMap((at) => {
    const store = stores.find((stored) => stored.at >= at);
    return store ? [store.at - at] : [];
  });
  // What was not stored when the run ended has waited longer than anything that was.
  return waits.length >= letters.length * 0.95 ? percentile(waits, 0.95) : null;
}
