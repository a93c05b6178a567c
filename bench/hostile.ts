// One of thirty people attacks: what does it cost the room, and what do the others notice?
import { benchCommand, machine } from "./bench-command.ts";
import { type HostileRun, runHostile } from "./hostile/hostile-run.ts";
import { wronglyAttributed } from "./hostile/log-authors.ts";
import { median } from "./percentile.ts";
import { atLeast, atMost, finish, say } from "./report.ts";
import { startHocuspocus } from "./servers/hocuspocus.ts";
import { startOurs } from "./servers/ours.ts";
import { startYPartyserver } from "./servers/y-partyserver.ts";

await benchCommand(async (isQuick) => {
  const seconds = isQuick ? 8 : 20;
  const runs: HostileRun[] = [];
  const ours = await startOurs();
  let wrong = 0;
  try {
    for (let repetition = 0; repetition < (isQuick ? 1 : 3); repetition++) {
      runs.push(await runHostile(ours, seconds));
      say(JSON.stringify(runs.at(-1)));
    }
    wrong = wronglyAttributed(ours.stateFolder, ours.personIdOf);
  } finally {
    await ours.stop();
  }
  const own = [...runs];
  for (const start of isQuick ? [] : [startHocuspocus, startYPartyserver]) {
    const peer = await start();
    try {
      runs.push(await runHostile(peer, seconds));
      say(JSON.stringify(runs.at(-1)));
    } catch (error) {
      // A peer that lets nobody in any more is a result, too.
      say(JSON.stringify({ server: peer.name, gaveUp: String(error) }));
    } finally {
      await peer.stop();
    }
  }
  const middle = (of: (run: HostileRun) => number | null) =>
    median(own.map((run) => of(run) ?? Number.NaN));
  finish(
    "hostile",
    [
      atMost(
        "attacks that changed the document",
        middle((run) => run.changedBy.length),
        0,
      ),
      atMost("entries under a wrong name", wrong, 0),
      atMost(
        "honest people sent away",
        middle((run) => run.sentAway),
        0,
      ),
      atLeast(
        "honest changes delivered, share",
        middle((run) => run.delivered),
        1,
      ),
      atMost(
        "honest p99 under attack, ms (goal: 2 × baseline)",
        middle((run) => run.attackedP99),
        2 * middle((run) => run.baselineP99),
      ),
      atMost(
        "CPU of the far-future flood, ms",
        middle((run) => run.floodCpuMs),
        50,
      ),
    ],
    { machine: machine(), isQuick, runs },
  );
});
