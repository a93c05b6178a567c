// How many rows an hour of continuous writing by twelve villages costs, over all statements.
import { benchCommand, machine } from "./bench-command.ts";
import { Crew } from "./load/crew.ts";
import { atMost, finish, rounded, say } from "./report.ts";
import type { BenchServer, ServerName } from "./servers/bench-server.ts";
import { startHocuspocus } from "./servers/hocuspocus.ts";
import { startOurs } from "./servers/ours.ts";
import { startYPartyserver } from "./servers/y-partyserver.ts";

const villages = 12;
const editsPerSecond = 2;
const goalRowsPerHour = 6500;
/** A forum day: three hours with four busy documents on the free plan's 100,000 rows. */
const busyDocumentHours = 12;

interface RowsRun {
  server: ServerName;
  seconds: number;
  edits: number;
  rows: number;
  rowsPerHour: number;
}

await benchCommand(async (isQuick) => {
  // The window widens after a minute of steady writing: a quick run has it wide from the start.
  const variables: Record<string, string> = isQuick ? { COMMIT_WINDOW_MS: "600" } : {};
  const warmUpSeconds = isQuick ? 3 : 70;
  const seconds = isQuick ? 30 : 600;
  const peerSeconds = isQuick ? 0 : 120;
  const runs: RowsRun[] = [];

  const ours = await startOurs({ entry: "bench/worker/counting-worker.ts", variables });
  try {
    runs.push(await countRows(ours, ours.rowsWritten, warmUpSeconds, seconds));
  } finally {
    await ours.stop();
  }
  for (const start of peerSeconds > 0 ? [startHocuspocus, startYPartyserver] : []) {
    const peer = await start();
    try {
      runs.push(await countRows(peer, rowsStoredBy(peer), 3, peerSeconds));
    } finally {
      await peer.stop();
    }
  }
  const perHour = runs[0]?.rowsPerHour ?? null;
  finish("rows", [atMost("rows written per hour", perHour, goalRowsPerHour)], {
    machine: machine(),
    isQuick,
    shareOfFreeDay: rounded(((perHour ?? 0) * busyDocumentHours) / 100_000),
    runs,
  });
});

function rowsStoredBy(peer: BenchServer): (document: string) => Promise<number> {
  return async (document) => {
    const stores = await peer.stores(document);
    return stores.reduce((sum, { rows }) => sum + rows, 0);
  };
}

async function countRows(
  server: BenchServer,
  rowsWritten: (document: string) => Promise<number>,
  warmUpSeconds: number,
  seconds: number,
): Promise<RowsRun> {
  const crew = new Crew();
  try {
    const document = server.newDocument();
    await crew.join(server, document, villages);
    await crew.prepare(villages);
    await crew.write("letters", warmUpSeconds, editsPerSecond);
    const before = await rowsWritten(document);
    const { sentAt } = await crew.write("letters", seconds, editsPerSecond);
    const rows = (await rowsWritten(document)) - before;
    const edits = Object.values(sentAt).reduce(
      (sum, times) => sum + times.filter((at) => at !== undefined).length,
      0,
    );
    const run = {
      server: server.name,
      seconds,
      edits,
      rows,
      rowsPerHour: Math.round((rows * 3600) / seconds),
    };
    say(JSON.stringify(run));
    return run;
  } finally {
    await crew.leave();
    crew.end();
  }
}
