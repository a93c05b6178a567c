// Everybody's caret moves once a second: what it costs, and how soon the others see it.
import { benchCommand, machine, withServers } from "./bench-command.ts";
import { Crew } from "./load/crew.ts";
import { median, percentile } from "./percentile.ts";
import { repeatIfLate } from "./repeat-if-late.ts";
import { atLeast, atMost, finish, rounded, say } from "./report.ts";
import type { BenchServer, ServerName } from "./servers/bench-server.ts";

const people = 100;
const movesPerSecond = 1;
const shownWithinMs = 500;

interface PresenceRun {
  server: ServerName;
  /** Of one core, 0 to 1. */
  coreShare: number;
  shownInTime: number;
  shownP50: number | null;
  shownP95: number | null;
  lagP99: number;
}

await benchCommand(async (isQuick) => {
  const runs: PresenceRun[] = [];
  await withServers(async ({ ours, stock, hocuspocus }) => {
    for (let repetition = 0; repetition < (isQuick ? 1 : 3); repetition++) {
      for (const server of [ours, hocuspocus, stock]) {
        const run = () => runPresence(server, isQuick ? 5 : 20);
        runs.push(await repeatIfLate(run, isQuick ? 0 : 2));
        say(JSON.stringify(runs.at(-1)));
      }
    }
  });
  const ours = runs.filter(({ server }) => server === "ours");
  finish(
    "presence",
    [
      atMost("share of a core", median(ours.map(({ coreShare }) => coreShare)), 0.05),
      atLeast("shown within 500 ms", median(ours.map((run) => run.shownInTime)), 0.99),
    ],
    { machine: machine(), isQuick, people, runs },
  );
});

async function runPresence(server: BenchServer, seconds: number): Promise<PresenceRun> {
  const crew = new Crew();
  try {
    await crew.join(server, server.newDocument(), people, { hasWitnesses: false });
    await crew.write("carets", 2, movesPerSecond);
    const cpuBefore = server.cpuMs();
    const { sentAt, lagP99Ms } = await crew.write("carets", seconds, movesPerSecond);
    // The last ones have this long, too.
    await new Promise((resolve) => setTimeout(resolve, shownWithinMs));
    const cpuMs = server.cpuMs() - cpuBefore;
    const tallies = await crew.tally("carets", sentAt);
    const shown = tallies.flatMap(({ latenciesMs }) => [...latenciesMs]);
    const moves = Object.values(sentAt).reduce(
      (sum, times) => sum + times.filter((at) => at !== undefined).length,
      0,
    );
    return {
      server: server.name,
      coreShare: rounded(cpuMs / (seconds * 1000)) ?? 0,
      shownInTime: shown.filter((ms) => ms <= shownWithinMs).length / (moves * (people - 1)),
      shownP50: rounded(percentile(shown, 0.5)),
      shownP95: rounded(percentile(shown, 0.95)),
      lagP99: lagP99Ms,
    };
  } finally {
    await crew.leave();
    crew.end();
  }
}
