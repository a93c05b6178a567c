import { seededRandom } from "../../party/testing/seeded-random.ts";
import { Obedient } from "../load/orders.ts";
import { seedPeer } from "../load/seed-peer.ts";
import type { BenchServer, ServerName } from "../servers/bench-server.ts";
import type { CrashOrders } from "./crash-orders.ts";
import { authorFile, type Crew } from "./crew.ts";
import { keptText } from "./kept-text.ts";
import { Tally } from "./tally.ts";

const authorsAtOnce = 12;
const peopleInForum = 240;
const lettersPerSecond = 6;
const equalWithinMs = 15_000;
/** How long a round of waiting takes before somebody looks in, which makes a room store. */
const roundMs = 200;

export interface CrashOptions {
  kills: number;
  crew: Crew;
  personIdOf: (person: number) => string;
  /** The last kill begins before that. */
  withinMs?: number;
  /** What happens while people write, before the kill: a storage that fails, for instance. */
  beforeKill?: (document: string, kill: number) => Promise<void>;
}

export interface CrashRun {
  server: ServerName;
  crew: Crew;
  kills: number;
  /** Kills after which the screens did not all show the same, or somebody did not come back. */
  unequal: number;
  msPerKill: number;
  tally: Tally;
}

/** Kills the server again and again while people type, and looks for every letter afterwards. */
export async function runCrashes(server: BenchServer, options: CrashOptions): Promise<CrashRun> {
  const { crew, kills, personIdOf } = options;
  const random = seededRandom(kills);
  const document = server.newDocument();
  const seeder = server.makesTemplate ? null : await seedPeer(server, document);
  const file = new URL("./process.ts", import.meta.url);
  const processes = [0, 1].map((place) => new Obedient<CrashOrders>(file, place));
  const all = <T>(ask: (process: Obedient<CrashOrders>, place: number) => Promise<T>) =>
    Promise.all(processes.map(ask));
  const tally = new Tally();
  const run: CrashRun = { server: server.name, crew, kills: 0, unequal: 0, msPerKill: 0, tally };
  let authors: number[] = [];
  let joined = 0;

  async function joinMissing(): Promise<void> {
    const newcomers = Array.from({ length: authorsAtOnce - authors.length }, () => joined++);
    authors = [...authors, ...newcomers];
    await all((process, place) =>
      process.order("join", {
        authors: newcomers
          .filter((author) => author % 4 < 2 === (place === 0))
          .map((author) => ({
            author,
            file: authorFile(server, crew, author),
            seat: server.seat(document, author % peopleInForum),
          })),
      }),
    );
  }

  /** Whether all are back, everything acknowledged and everywhere the same; and what is kept. */
  async function untilEqual(): Promise<{ isEqual: boolean; kept: string }> {
    const endsAt = performance.now() + equalWithinMs;
    for (;;) {
      const settled = await all((process) =>
        process.order("settle", { acknowledged: server.acknowledges, withinMs: roundMs }),
      );
      const kept = await keptText(server, document, peopleInForum);
      const texts = (await all((process) => process.order("texts", {}))).flat();
      const isEqual = !settled.includes(false) && texts.every((text) => text === kept);
      if (isEqual || performance.now() > endsAt) return { isEqual, kept };
    }
  }

  try {
    await joinMissing();
    seeder?.close();
    const startedAt = performance.now();
    const endsAt = startedAt + (options.withinMs ?? Number.POSITIVE_INFINITY);
    for (; run.kills < kills && performance.now() < endsAt; run.kills++) {
      const kill = run.kills;
      // In every second kill a third leaves for ever.
      const leavers = kill % 2 === 1 ? authors.filter((author) => author % 3 === kill % 3) : [];
      await all((process) => process.order("write", { perSecond: lettersPerSecond }));
      await new Promise((resolve) => setTimeout(resolve, 200 + random() * 700));
      await options.beforeKill?.(document, kill);
      const isBack = server.kill();
      const states = (await all((process) => process.order("freeze", { leavers }))).flat();
      await isBack;
      authors = authors.filter((author) => !leavers.includes(author));
      const { isEqual, kept } = await untilEqual();
      if (!isEqual) run.unequal++;
      tally.count(states, { leavers, kept, personOf: (n) => personIdOf(n % peopleInForum) });
      await joinMissing();
    }
    run.msPerKill = (performance.now() - startedAt) / Math.max(1, run.kills);
  } finally {
    for (const process of processes) process.end();
  }
  return run;
}
