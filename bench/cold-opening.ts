import { LightClient } from "./load/light-client.ts";
import { MarkedFrames, maxClients } from "./load/marked-frames.ts";
import { median } from "./percentile.ts";
import { rounded, say } from "./report.ts";
import { type OurServer, startOurs } from "./servers/ours.ts";
import { type History, type HistoryShape, writeHistory } from "./storage/long-history.ts";
import { roomFiles } from "./storage/room-file.ts";

/** 260,000, and a tail that is nearly as long as it becomes before the next checkpoint. */
const edits = 263_900;

const shapes: readonly HistoryShape[] = [
  { editsPerCommit: 10, pagesGrow: true },
  { editsPerCommit: 100, pagesGrow: false },
  { editsPerCommit: 10, pagesGrow: false },
];

export interface ColdOpening extends History, HistoryShape {
  openMs: number;
}

/** The same history in few and in many pages, each opened by a room that has just started. */
export async function measureColdOpenings(isQuick: boolean): Promise<ColdOpening[]> {
  const openings: ColdOpening[] = [];
  for (const shape of shapes) {
    const server = await startOurs();
    try {
      openings.push(await measure(server, shape, isQuick ? 1 : 5));
      say(JSON.stringify(openings.at(-1)));
    } finally {
      await server.stop();
    }
  }
  return openings;
}

async function measure(
  server: OurServer,
  shape: HistoryShape,
  repetitions: number,
): Promise<ColdOpening> {
  const document = server.newDocument();
  const warmer = server.newDocument();
  await open(server, document);
  let history: History | null = null;
  await server.restart(() => {
    const [file] = roomFiles(server.stateFolder);
    if (file === undefined) throw new Error("the room left no file");
    history = writeHistory(file, edits, shape);
  });
  const tookMs: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    if (repetition > 0) await server.restart();
    // The Worker itself is warm in production: another document's opening warms it.
    await open(server, warmer);
    tookMs.push(await open(server, document));
  }
  if (history === null) throw new Error("no history was written");
  return { ...(history as History), ...shape, openMs: rounded(median(tookMs)) ?? 0 };
}

/** Returns the ms from the first byte sent to the whole document received. */
async function open(server: OurServer, document: string): Promise<number> {
  const seat = server.seat(document, 0);
  const client = new LightClient(maxClients - 1, seat, new MarkedFrames(seat));
  const tookMs = await client.join();
  client.close();
  return tookMs;
}
