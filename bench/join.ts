// A hundred people open a document at once; one person opens a document of 260,000 edits cold.
// With --cold only the second.
import { benchCommand, machine, withServers } from "./bench-command.ts";
import { type ColdOpening, measureColdOpenings } from "./cold-opening.ts";
import { Crew } from "./load/crew.ts";
import { LightClient } from "./load/light-client.ts";
import { MarkedFrames, maxClients } from "./load/marked-frames.ts";
import { seedPeer } from "./load/seed-peer.ts";
import { until } from "./load/witness.ts";
import { median, percentile } from "./percentile.ts";
import { atMost, finish, rounded, say } from "./report.ts";
import type { BenchServer, ServerName } from "./servers/bench-server.ts";

const people = 100;
const characters = 100_000;
const paragraph = "Pagu Dana Desa turun dan belanja harus disusun lagi. ".repeat(8);

interface JoinRun {
  server: ServerName;
  p50: number | null;
  p95: number | null;
}

await benchCommand(async (isQuick) => {
  const joins = process.argv.includes("--cold") ? [] : await measureJoins(isQuick);
  const openings = await measureColdOpenings(isQuick);
  const worst = Math.max(...openings.map(({ openMs }) => openMs));
  const best = Math.min(...openings.map(({ openMs }) => openMs));
  finish(
    "join",
    [
      ...joins.slice(0, 1).map(({ p95 }) => atMost("100 people open 100 kB, p95, ms", p95, 500)),
      atMost("260,000 edits opened cold, ms", worst, 300),
      atMost("state, bytes per character", bytesPerCharacter(openings), 5),
      atMost("slowest over fastest number of pages", worst / best, 1.5),
    ],
    { machine: machine(), isQuick, joins, openings },
  );
});

function bytesPerCharacter(openings: ColdOpening[]): number {
  return Math.max(...openings.map((opening) => opening.stateBytes / opening.characters));
}

/** Ours first. */
async function measureJoins(isQuick: boolean): Promise<JoinRun[]> {
  const joins: JoinRun[] = [];
  await withServers(async ({ ours, stock, hocuspocus }) => {
    for (const server of [ours, hocuspocus, stock]) {
      joins.push(await runJoin(server, isQuick ? 1 : 5));
      say(JSON.stringify(joins.at(-1)));
    }
  });
  return joins;
}

async function runJoin(server: BenchServer, repetitions: number): Promise<JoinRun> {
  const document = server.newDocument();
  const author = await fill(server, document);
  const p50s: number[] = [];
  const p95s: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const crew = new Crew();
    try {
      const tookMs = await crew.join(server, document, people, {
        hasWitnesses: false,
        isEmpty: false,
      });
      p50s.push(percentile(tookMs, 0.5) ?? Number.NaN);
      p95s.push(percentile(tookMs, 0.95) ?? Number.NaN);
    } finally {
      await crew.leave();
      crew.end();
    }
  }
  author.close();
  return { server: server.name, p50: rounded(median(p50s)), p95: rounded(median(p95s)) };
}

/** One person brings the text; they stay, so that the document stays open. */
async function fill(server: BenchServer, document: string): Promise<LightClient> {
  const seeder = server.makesTemplate ? null : await seedPeer(server, document);
  const seat = server.seat(document, 0);
  const author = new LightClient(maxClients - 2, seat, new MarkedFrames(seat));
  await author.join();
  seeder?.close();
  author.prepare();
  for (let left = characters; left > 0; left -= paragraph.length) author.paste(paragraph);
  if (server.acknowledges) await until(() => author.unsaved === 0, 10_000, "the text is stored");
  return author;
}
