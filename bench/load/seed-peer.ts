import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { createTemplate } from "../../domain/document/templates.ts";
import { addTextPlaces } from "../../party/text-places.ts";
import { benchVillages } from "../servers/bench-forum.ts";
import type { BenchServer } from "../servers/bench-server.ts";
import { LightClient } from "./light-client.ts";
import { MarkedFrames, maxClients } from "./marked-frames.ts";

/** Gives a peer's empty document the template that our room makes by itself, or another state. */
export async function seedPeer(
  server: BenchServer,
  document: string,
  state = templateState(),
): Promise<LightClient> {
  const seat = server.seat(document, 0);
  const seeder = new LightClient(maxClients - 1, seat, new MarkedFrames(seat));
  await seeder.join();
  seeder.sendUpdate(state);
  return seeder;
}

export function templateState(): Uint8Array {
  const doc = new Y.Doc();
  let ids = 0;
  const template = createTemplate(
    {
      id: "bench",
      kind: "case",
      title: "Kasus contoh",
      theme: "planning",
      fiscalYear: 2027,
      status: "open",
      proposedByVillage: null,
      chair: null,
      recorders: [],
      attendance: [],
      forum: {
        id: "bench",
        title: "Forum contoh",
        startsAt: 0,
        endsAt: 0,
        place: "Pendopo contoh",
        districtName: "Contoh",
        regency: "Contoh",
      },
      villages: benchVillages,
      agenda: [],
    },
    () => `n${++ids}`,
  );
  const fragment = doc.getXmlFragment(fragmentName);
  prosemirrorToYXmlFragment(template, fragment);
  addTextPlaces(fragment);
  return Y.encodeStateAsUpdate(doc);
}
