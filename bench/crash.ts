// kill -9 at random moments under load; in half of them a third of the authors never return.
import { benchCommand, machine } from "./bench-command.ts";
import { misattributed } from "./crash/attribution.ts";
import { type CrashRun, runCrashes } from "./crash/crash-run.ts";
import { atMost, finish, say } from "./report.ts";
import { startHocuspocus } from "./servers/hocuspocus.ts";
import { startOurs } from "./servers/ours.ts";
import { startYPartyserver } from "./servers/y-partyserver.ts";

type Result = ReturnType<typeof inNumbers>;

await benchCommand(async (isQuick) => {
  const results: Result[] = [];
  const keep = (run: CrashRun) => {
    results.push(inNumbers(run));
    say(JSON.stringify(results.at(-1)));
  };
  // A quick run on a busy machine ends before its twentieth kill, and says how many there were.
  const withinMs = isQuick ? 40_000 : Number.POSITIVE_INFINITY;
  const ours = await startOurs();
  let wrong = 0;
  try {
    const run = await runCrashes(ours, isQuick ? 20 : 200, ours.personIdOf, withinMs);
    keep(run);
    wrong = misattributed(ours.stateFolder, run.personOf);
  } finally {
    await ours.stop();
  }
  for (const start of isQuick ? [] : [startHocuspocus, startYPartyserver]) {
    const peer = await start();
    try {
      keep(await runCrashes(peer, 20, String, withinMs));
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
      atMost("changes attributed to another", wrong, 0),
      atMost("kills after which screens differed", own?.unequal ?? null, 0),
    ],
    { machine: machine(), isQuick, runs: results },
  );
});

function inNumbers({ personOf: _, ...run }: CrashRun) {
  return {
    ...run,
    acknowledgedLost: run.acknowledgedLost.size,
    seenLost: run.seenLost.size,
    ownLost: run.ownLost.size,
    duplicated: run.duplicated.size,
  };
}
