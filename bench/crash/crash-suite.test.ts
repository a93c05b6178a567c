// Kills the runtime's own process under load; `npm run bench:crash` does so many more times.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type OurServer, startOurs } from "../servers/ours.ts";
import { roomFiles } from "../storage/room-file.ts";
import { auditLog } from "./attribution.ts";
import { type CrashOptions, runCrashes } from "./crash-run.ts";

const timeoutMs = 90_000;
/** Much longer than a run: everything is seen long before it is stored. */
const delayed = { COMMIT_WINDOW_MS: "5000" };

let server: OurServer;

beforeAll(async () => {
  server = await startOurs({ entry: "bench/worker/failing-worker.ts" });
}, timeoutMs);

afterAll(() => server.stop());

async function crash(on: OurServer, options: Pick<CrashOptions, "crew"> & Partial<CrashOptions>) {
  const before = new Set(roomFiles(on.stateFolder));
  const run = await runCrashes(on, { kills: 2, personIdOf: on.personIdOf, ...options });
  const { personOf, mustBeThere } = run.tally;
  const files = roomFiles(on.stateFolder).filter((file) => !before.has(file));
  return { ...run.tally.inNumbers, run, log: auditLog(files, personOf, mustBeThere) };
}

const nothingWrong = {
  acknowledgedLost: 0,
  ownLost: 0,
  duplicated: 0,
  seenLost: 0,
  run: { kills: 2, unequal: 0 },
  log: { missing: 0, duplicated: 0, misattributed: 0 },
};

/** @returns how many pages could not be written since the process began */
async function storage(document: string, order: "fails" | "works"): Promise<number> {
  const answer = await fetch(`${server.origin}/bench/storage/${document}/${order}`);
  return Number(await answer.json());
}

test(
  "[R1, R5] the process is killed while people write: nothing saved or seen is lost",
  async () => {
    const result = await crash(server, { crew: "keepers" });
    expect(result).toMatchObject(nothingWrong);
    expect(result.typed).toBeGreaterThan(20);
  },
  timeoutMs,
);

test(
  "[R1] storage fails for a while, then the process is killed: nobody was told a lie",
  async () => {
    const result = await crash(server, {
      crew: "keepers",
      async beforeKill(document, kill) {
        // Everybody is sent away and comes back, more than once.
        await vi.waitUntil(async () => (await storage(document, "fails")) >= 3, 15_000);
        // In every second kill the disk works again before the end comes.
        if (kill % 2 === 1) await storage(document, "works");
      },
    });
    expect(result).toMatchObject(nothingWrong);
    expect(result.typed).toBeGreaterThan(20);
  },
  timeoutMs,
);

test(
  "[R1, R2] the browser's own connection brings back all that it wrote and saw",
  async () => {
    const result = await crash(server, { crew: "browsers" });
    expect(result).toMatchObject(nothingWrong);
    expect(result.typed).toBeGreaterThan(20);
  },
  timeoutMs,
);

test(
  "[R1] what is seen long before it is stored survives, also when its author does not return",
  async () => {
    const slow = await startOurs({ variables: delayed });
    try {
      const result = await crash(slow, { crew: "keepers" });
      expect(result).toMatchObject(nothingWrong);
      expect(result.typed).toBeGreaterThan(20);
    } finally {
      await slow.stop();
    }
  },
  timeoutMs,
);
