import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { Crew } from "../load/crew.ts";
import { LightClient } from "../load/light-client.ts";
import { firstClientId, MarkedFrames } from "../load/marked-frames.ts";
import { percentile } from "../percentile.ts";
import type { BenchServer, ServerName } from "../servers/bench-server.ts";
import { type Attack, attacksOn, farFutureFlood, hostileText } from "./attacks.ts";

const honestPeople = 29;
const editsPerSecond = 2;
const victim = 3;
const firstAttacker = honestPeople;
const newcomer = 200;
const calmWithinMs = 20_000;

export interface HostileRun {
  server: ServerName;
  document: string;
  baselineP99: number | null;
  attackedP99: number | null;
  delivered: number;
  /** Honest people whom the server sent away. */
  sentAway: number;
  floodCpuMs: number;
  /** Attacks after which the document held something that no honest person had typed. */
  changedBy: string[];
}

/** Twenty-nine people write as usual while the thirtieth attacks. */
export async function runHostile(server: BenchServer, seconds: number): Promise<HostileRun> {
  const document = server.newDocument();
  const crew = new Crew();
  try {
    await crew.join(server, document, honestPeople);
    await crew.prepare(honestPeople);
    await crew.write("letters", 1, editsPerSecond);
    const baseline = await measure(server, crew, seconds, async () => {});
    const changedBy: string[] = [];
    let attacker = firstAttacker;
    const attacked = await measure(server, crew, seconds, async () => {
      const index = attacker;
      const attacks = [
        farFutureFlood(index),
        ...attacksOn({ index: victim, clock: 10_000_000 }, index),
      ];
      for (const attack of attacks) {
        await strike(server, document, attack, attacker++);
        await new Promise((resolve) => setTimeout(resolve, (seconds * 500) / attacks.length));
      }
    });
    // In the quiet: what the flood costs, and what each attack changes.
    const quiet = await stateOf(server, document);
    const cpuBefore = await calmCpuMs(server);
    await strike(server, document, farFutureFlood(attacker), attacker++);
    const floodCpuMs = (await calmCpuMs(server)) - cpuBefore;
    const next = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(quiet.document));
    const clock = next.get(firstClientId + victim) ?? 0;
    for (const attack of attacksOn({ index: victim, clock }, attacker)) {
      let after = quiet;
      await strike(server, document, attack, attacker++, async () => {
        after = await stateOf(server, document);
      });
      if (!changedBy.includes(attack.name) && !isHonest(after, quiet)) changedBy.push(attack.name);
    }
    return {
      server: server.name,
      document,
      baselineP99: baseline.p99,
      attackedP99: attacked.p99,
      delivered: attacked.delivered,
      sentAway: attacked.sentAway,
      floodCpuMs,
      changedBy,
    };
  } finally {
    await crew.leave();
    crew.end();
  }
}

async function measure(
  server: BenchServer,
  crew: Crew,
  seconds: number,
  meanwhile: () => Promise<void>,
) {
  const [{ sentAt }] = await Promise.all([
    crew.write("letters", seconds, editsPerSecond),
    meanwhile(),
  ]);
  await crew.drain(sentAt, calmWithinMs, server.acknowledges);
  const tallies = await crew.tally("letters", sentAt);
  const screens = tallies.flatMap(({ latenciesMs }) => [...latenciesMs]);
  const letters = Object.values(sentAt).flatMap((times) => times.filter((at) => at !== undefined));
  return {
    p99: percentile(screens, 0.99),
    delivered: screens.length / (letters.length * (honestPeople - 1)),
    sentAway: tallies.flatMap(({ closed }) => closed).length,
  };
}

/** An attacker, signed in like everybody, sends it all in one breath. */
async function strike(
  server: BenchServer,
  document: string,
  attack: Attack,
  index: number,
  whileThere: () => Promise<void> = async () => {},
): Promise<void> {
  const seat = server.seat(document, index);
  const attacker = new LightClient(index, seat, new MarkedFrames(seat));
  await attacker.join();
  for (const frame of attack.frames) attacker.send(frame);
  // Long enough for a refusal to arrive; a server that does not refuse has taken it by then.
  const endsAt = performance.now() + 300;
  while (attacker.closed === null && performance.now() < endsAt) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await whileThere();
  attacker.close();
}

/** What a newcomer gets to see. */
async function stateOf(server: BenchServer, document: string) {
  const seat = server.seat(document, newcomer);
  const reader = new LightClient(newcomer, seat, new MarkedFrames(seat));
  await reader.join();
  // Presence follows the document.
  const endsAt = performance.now() + 300;
  while (reader.presence === null && performance.now() < endsAt) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  reader.close();
  return { document: reader.document, presence: reader.presence ?? new Uint8Array() };
}

type State = Awaited<ReturnType<typeof stateOf>>;

function isHonest(after: State, before: State): boolean {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, after.document);
  const text = doc.getXmlFragment(fragmentName).toString();
  if (text.includes(hostileText) || !Buffer.from(before.document).equals(after.document))
    return false;
  return !Buffer.from(after.presence).includes(hostileText);
}

/** The CPU used once the server rests again: two looks in a row without a tick. */
async function calmCpuMs(server: BenchServer): Promise<number> {
  const endsAt = performance.now() + calmWithinMs;
  for (let quiet = 0, before = server.cpuMs(); ; ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const now = server.cpuMs();
    quiet = now - before < 10 ? quiet + 1 : 0;
    before = now;
    if (quiet >= 2 || performance.now() > endsAt) return now;
  }
}
