// Edit to screen and edit to disk, in small and large rooms, peers beside ours in the same run.
import { benchCommand, machine, withServers } from "./bench-command.ts";
import { Crew } from "./load/crew.ts";
import { median } from "./percentile.ts";
import { maxLagP99Ms, repeatIfLate } from "./repeat-if-late.ts";
import { atLeast, atMost, finish, type Goal, rounded, say } from "./report.ts";
import { type RoomLoad, type RoomRun, runRoom } from "./room-run.ts";
import type { BenchServer, ServerName } from "./servers/bench-server.ts";

const windowMs = 500;

interface Size {
  load: RoomLoad;
  peers: ServerName[];
}

function quickPeers(people: number): ServerName[] {
  if (people === 100) return ["Hocuspocus", "stock y-partyserver"];
  return people === 30 ? ["Hocuspocus"] : [];
}

function sizes(isQuick: boolean): Size[] {
  const seconds = isQuick ? 2.5 : 20;
  return [
    { people: 8, editsPerSecond: 2 },
    { people: 30, editsPerSecond: 2 },
    { people: 100, editsPerSecond: 1 },
    { people: 200, editsPerSecond: 1 },
  ]
    .filter(isAskedFor)
    .map(({ people, editsPerSecond }) => ({
      load: { people, editsPerSecond, seconds },
      peers: isQuick ? quickPeers(people) : ["Hocuspocus", "stock y-partyserver"],
    }));
}

/** `--people 30` runs one size alone. */
function isAskedFor({ people }: { people: number }): boolean {
  const at = process.argv.indexOf("--people");
  return at < 0 || process.argv[at + 1] === String(people);
}

await benchCommand(async (isQuick) => {
  const repetitions = isQuick ? 1 : 3;
  const runs: RoomRun[] = [];
  await withServers(async ({ ours, stock, hocuspocus }) => {
    for (const { load, peers } of sizes(isQuick)) {
      const servers: BenchServer[] = [
        ours,
        ...[hocuspocus, stock].filter(({ name }) => peers.includes(name)),
      ];
      for (let repetition = 0; repetition < repetitions; repetition++) {
        for (const server of servers) {
          const crew = new Crew();
          try {
            runs.push(await repeatIfLate(() => runRoom(server, crew, load), isQuick ? 0 : 2));
          } finally {
            crew.end();
          }
          say(described(runs.at(-1)));
        }
      }
    }
  });
  finish("rooms", goalsOf(runs), {
    machine: machine(),
    isQuick,
    // Runs that measured the load's own lateness as well: a quick run does not repeat them.
    lateRuns: runs.filter(({ lagP99 }) => lagP99 > maxLagP99Ms).length,
    runs: runs.map(roundAll),
  });
});

function goalsOf(runs: RoomRun[]): Goal[] {
  const of = (server: ServerName, people: number, figure: keyof RoomRun): number | null => {
    const values = runs
      .filter((run) => run.server === server && run.people === people)
      .map((run) => Number(run[figure] ?? Number.POSITIVE_INFINITY));
    return values.length === 0 ? null : median(values);
  };
  const ours = (people: number, figure: keyof RoomRun) => of("ours", people, figure);
  const delivered = Math.min(
    ...runs.filter(({ server }) => server === "ours").map((run) => run.delivered),
  );
  const sizesRun = [...new Set(runs.map(({ people }) => people))];
  return [
    atLeast("delivered, share, smallest of all runs", delivered, 1),
    ...sizesRun.map((people) =>
      atMost(`stored p95 at ${people}, ms`, ours(people, "storedP95"), windowMs + 50),
    ),
    ...(sizesRun.includes(30) ? goalsAt30(ours, of) : []),
    ...(sizesRun.includes(100) ? goalsAt100(ours, of) : []),
    ...(sizesRun.includes(200)
      ? [atMost("edit to screen p95 at 200, ms", ours(200, "screenP95"), 350)]
      : []),
  ];
}

type Median = (server: ServerName, people: number, figure: keyof RoomRun) => number | null;
type OurMedian = (people: number, figure: keyof RoomRun) => number | null;

function times(factor: number, value: number | null): number {
  return (value ?? Number.NaN) * factor;
}

function goalsAt30(ours: OurMedian, of: Median): Goal[] {
  return [
    atMost(
      "CPU per delivery at 30, µs (goal: Hocuspocus)",
      ours(30, "cpuMicrosPerDelivery"),
      times(1, of("Hocuspocus", 30, "cpuMicrosPerDelivery")),
    ),
    atMost(
      "edit to screen p95 at 30, ms (goal: 2 × Hocuspocus)",
      ours(30, "screenP95"),
      times(2, of("Hocuspocus", 30, "screenP95")),
    ),
  ];
}

function goalsAt100(ours: OurMedian, of: Median): Goal[] {
  return [
    atMost(
      "CPU per delivery at 100, µs (goal: 0.7 of Hocuspocus)",
      ours(100, "cpuMicrosPerDelivery"),
      times(0.7, of("Hocuspocus", 100, "cpuMicrosPerDelivery")),
    ),
    atMost("edit to screen p95 at 100, ms", ours(100, "screenP95"), 200),
    atMost("frames per edit and client at 100", ours(100, "framesPerEditAndClient"), 0.25),
    atMost("bytes per relayed keystroke at 100", ours(100, "bytesPerKeystroke"), 26),
  ];
}

function described(run: RoomRun | undefined): string {
  return run ? JSON.stringify(roundAll(run)) : "";
}

function roundAll(run: RoomRun): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(run).map(([key, value]) => [
      key,
      typeof value === "number" ? rounded(value) : value,
    ]),
  );
}
