// kill -9 at random moments under load; in half of them a third of the authors never return.
import { benchCommand, machine } from "./bench-command.ts";
import { auditLog, type LogFaults } from "./crash/attribution.ts";
import { type CrashRun, runCrashes } from "./crash/crash-run.ts";
import { atMost, finish, rounded, say } from "./report.ts";
import { startHocuspocus } from "./servers/hocuspocus.ts";
import { startOurs } from "./servers/ours.ts";
import { startYPartyserver } from "./servers/y-partyserver.ts";
import { roomFiles } from "./storage/room-file.ts";

type Result = ReturnType<typeof inNumbers>;

await benchCommand(async (isQuick) => {
  const results: Result[] = [];
  const keep = (run: CrashRun) => {
    results.push(inNumbers(run));
    say(JSON.stringify(results.at(-1)));
  };
  // A quick run on a busy machine ends before its twentieth kill, and says how many there were.
  const withinMs = isQuick ? 45_000 : Number.POSITIVE_INFINITY;
  const ours = await startOurs();
  let log: LogFaults | null = null;
  try {
    const run = await runCrashes(ours, {
      kills: isQuick ? 20 : 200,
      crew: "both",
      personIdOf: ours.personIdOf,
      withinMs,
    });
    keep(run);
    log = auditLog(roomFiles(ours.stateFolder), run.tally.personOf, run.tally.mustBeThere);
  } finally {
    await ours.stop();
  }
  for (const start of isQuick ? [] : [startHocuspocus, startYPartyserver]) {
    const peer = await start();
    try {
      keep(await runCrashes(peer, { kills: 20, crew: "browsers", personIdOf: String }));
    } finally {
      await peer.stop();
    }
  }
  const [own] = results;
  finish(
    "crash",
    [
      atMost("acknowledged changes lost", own?.acknowledgedLost ?? null, 0),
      atMost("seen changes lost", own?.seenLost ?? null, 0),
      atMost("changes of returning authors lost", own?.ownLost ?? null, 0),
      atMost("changes duplicated", own?.duplicated ?? null, 0),
      atMost("changes that are not in the log", log?.missing ?? null, 0),
      atMost("changes that are in the log twice", log?.duplicated ?? null, 0),
      atMost("changes attributed to another", log?.misattributed ?? null, 0),
      atMost("kills after which screens differed", own?.unequal ?? null, 0),
    ],
    { machine: machine(), isQuick, runs: results },
  );
});

function inNumbers({ tally, msPerKill, ...run }: CrashRun) {
  return { ...run, msPerKill: rounded(msPerKill), ...tally.inNumbers };
}
