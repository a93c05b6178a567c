import { LightClient } from "./load/light-client.ts";
import { MarkedFrames, maxClients } from "./load/marked-frames.ts";
import { median } from "./percentile.ts";
import { rounded, say } from "./report.ts";
import { type OurServer, startOurs } from "./servers/ours.ts";
import { type History, writeHistory } from "./storage/long-history.ts";
import { roomFiles } from "./storage/room-file.ts";

const edits = 260_000;

export interface ColdOpening extends History {
  editsPerPage: number;
  openMs: number;
}

/** The same history in few and in many pages, each opened by a room that has just started. */
export async function measureColdOpenings(isQuick: boolean): Promise<ColdOpening[]> {
  const openings: ColdOpening[] = [];
  for (const editsPerPage of [100, 10]) {
    const server = await startOurs();
    try {
      openings.push(await measure(server, editsPerPage, isQuick ? 1 : 5));
      say(JSON.stringify(openings.at(-1)));
    } finally {
      await server.stop();
    }
  }
  return openings;
}

async function measure(
  server: OurServer,
  editsPerPage: number,
  repetitions: number,
): Promise<ColdOpening> {
  const document = server.newDocument();
  const warmer = server.newDocument();
  await open(server, document);
  let history: History | null = null;
  await server.restart(() => {
    const [file] = roomFiles(server.stateFolder);
    if (file === undefined) throw new Error("the room left no file");
    history = writeHistory(file, edits, editsPerPage);
  });
  const tookMs: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    if (repetition > 0) await server.restart();
    // The Worker itself is warm in production: another document's opening warms it.
    await open(server, warmer);
    tookMs.push(await open(server, document));
  }
  if (history === null) throw new Error("no history was written");
  return { ...(history as History), editsPerPage, openMs: rounded(median(tookMs)) ?? 0 };
}

/** Returns the ms from the first byte sent to the whole document received. */
async function open(server: OurServer, document: string): Promise<number> {
  const seat = server.seat(document, 0);
  const client = new LightClient(maxClients - 1, seat, new MarkedFrames(seat));
  const tookMs = await client.join();
  client.close();
  return tookMs;
}
