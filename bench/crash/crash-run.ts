import * as Y from "yjs";
import { seededRandom } from "../../party/testing/seeded-random.ts";
import { LightClient } from "../load/light-client.ts";
import { MarkedFrames, maxClients } from "../load/marked-frames.ts";
import { Obedient } from "../load/orders.ts";
import { seedPeer } from "../load/seed-peer.ts";
import type { BenchServer, ServerName } from "../servers/bench-server.ts";
import type { AuthorState, CrashOrders } from "./crash-orders.ts";
import { sharedText } from "./shared-text.ts";

const authorsAtOnce = 12;
const peopleInForum = 240;
const settleWithinMs = 15_000;
/** Everybody is back and everything acknowledged: what is not shown by then will not be. */
const equalWithinMs = 2000;

export interface CrashRun {
  server: ServerName;
  kills: number;
  typed: number;
  /** Each letter counts once, however often it is missed. */
  acknowledgedLost: Set<string>;
  seenLost: Set<string>;
  /** Letters of authors who returned, whether seen or not. */
  ownLost: Set<string>;
  duplicated: Set<string>;
  /** Kills after which the screens did not all show the same, or somebody did not come back. */
  unequal: number;
  personOf: Map<string, string>;
}

/** Kills the server again and again while people type, and looks for every letter afterwards. */
export async function runCrashes(
  server: BenchServer,
  kills: number,
  personIdOf: (person: number) => string,
  withinMs: number,
): Promise<CrashRun> {
  const endsAt = performance.now() + withinMs;
  const random = seededRandom(kills);
  const document = server.newDocument();
  const seeder = server.makesTemplate ? null : await seedPeer(server, document);
  const file = new URL("./process.ts", import.meta.url);
  const processes = [0, 1].map((place) => new Obedient<CrashOrders>(file, place));
  const all = <T>(ask: (process: Obedient<CrashOrders>, place: number) => Promise<T>) =>
    Promise.all(processes.map(ask));
  let authors: number[] = [];
  let joined = 0;
  const run: CrashRun = {
    server: server.name,
    kills: 0,
    typed: 0,
    acknowledgedLost: new Set(),
    seenLost: new Set(),
    ownLost: new Set(),
    duplicated: new Set(),
    unequal: 0,
    personOf: new Map(),
  };

  async function joinMissing(): Promise<void> {
    const newcomers = Array.from({ length: authorsAtOnce - authors.length }, () => joined++);
    authors = [...authors, ...newcomers];
    await all((process, place) =>
      process.order("join", {
        file: server.witnessFile,
        authors: newcomers
          .filter((author) => author % 2 === place)
          .map((author) => ({ author, seat: server.seat(document, author % peopleInForum) })),
      }),
    );
  }

  try {
    await joinMissing();
    seeder?.close();
    for (; run.kills < kills && performance.now() < endsAt; run.kills++) {
      const kill = run.kills;
      await all((process) => process.order("write", { perSecond: 6 }));
      await new Promise((resolve) => setTimeout(resolve, 300 + random() * 700));
      const leavers = kill % 2 === 1 ? authors.filter((author) => author % 3 === kill % 3) : [];
      const isBack = server.kill();
      const states = (await all((process) => process.order("freeze", { leavers }))).flat();
      await isBack;
      authors = authors.filter((author) => !leavers.includes(author));
      const settled = await all((process) =>
        process.order("settle", {
          acknowledged: server.acknowledges,
          withinMs: settleWithinMs,
        }),
      );
      for (const { author, made } of states) {
        const person = personIdOf(author % peopleInForum);
        for (const letter of made) run.personOf.set(letter, person);
      }
      const screens = async () => (await all((process) => process.order("texts", {}))).flat();
      const { texts, kept } = await equalTexts(screens, () => keptText(server, document));
      if (new Set([...texts, kept]).size > 1 || settled.includes(false)) run.unequal++;
      count(run, states, leavers, kept);
      await joinMissing();
    }
  } finally {
    for (const process of processes) process.end();
  }
  run.typed = run.personOf.size;
  return run;
}

/** The screens' texts and the server's, once they are equal, or as they are when they stay unequal. */
async function equalTexts(screens: () => Promise<string[]>, server: () => Promise<string>) {
  const endsAt = performance.now() + equalWithinMs;
  for (;;) {
    const [texts, kept] = await Promise.all([screens(), server()]);
    if (new Set([...texts, kept]).size === 1 || performance.now() > endsAt) return { texts, kept };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What somebody who comes now is shown: what the server has kept. */
async function keptText(server: BenchServer, document: string): Promise<string> {
  const seat = server.seat(document, peopleInForum);
  const reader = new LightClient(maxClients - 2, seat, new MarkedFrames(seat));
  await reader.join();
  reader.close();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, reader.document);
  return sharedText(doc).toString();
}

function count(run: CrashRun, states: AuthorState[], leavers: number[], text: string): void {
  const here = new Set(text);
  const addMissing = (to: Set<string>, letters: Iterable<string>) => {
    for (const letter of letters) if (!here.has(letter)) to.add(letter);
  };
  for (const { author, made, acknowledged, screen } of states) {
    addMissing(run.acknowledgedLost, made.slice(0, acknowledged));
    if (leavers.includes(author)) continue;
    addMissing(run.ownLost, made);
    addMissing(
      run.seenLost,
      [...screen].filter((letter) => !made.includes(letter)),
    );
  }
  for (const letter of here) {
    if (text.indexOf(letter) !== text.lastIndexOf(letter)) run.duplicated.add(letter);
  }
}
