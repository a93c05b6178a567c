import * as Y from "yjs";
import { LightClient } from "../load/light-client.ts";
import { MarkedFrames, maxClients } from "../load/marked-frames.ts";
import type { BenchServer } from "../servers/bench-server.ts";
import { sharedText } from "./shared-text.ts";

/** What somebody who comes now is shown: what the server has kept. */
export async function keptText(
  server: BenchServer,
  document: string,
  person: number,
): Promise<string> {
  const seat = server.seat(document, person);
  const reader = new LightClient(maxClients - 2, seat, new MarkedFrames(seat));
  await reader.join();
  reader.close();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, reader.document);
  return sharedText(doc).toString();
}
