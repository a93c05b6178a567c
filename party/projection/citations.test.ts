import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { citationAddress } from "../../domain/document/citations.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { regulationCitations } from "../../worker/db/regulations-schema.ts";
import { documents } from "../../worker/db/schema.ts";
import { buildWorld } from "../../worker/testing/world.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person } from "../testing/room-people.ts";

vi.setConfig({ testTimeout: 20_000 });

const db = openDatabase(env);
let room = "";
let count = 0;

beforeAll(buildWorld);
beforeEach(async () => {
  room = `citing-${++count}`;
  await db.insert(documents).values({
    ...{ id: room, forumId: "forum-in-session", kind: "minutes", title: "Notulen" },
    ...{ theme: "planning", fiscalYear: 2027, status: "open", createdAt: 0 },
  });
});

const cited = async () =>
  (await db.select().from(regulationCitations).where(eq(regulationCitations.documentId, room)))
    .map(({ regulationId }) => regulationId)
    .sort();
const projected = async (client: RoomClient) => {
  await client.untilSaved();
  await env.DOCUMENT_ROOM.getByName(room).project();
  return cited();
};

/** The words of the first agreement. */
function textIn(client: RoomClient): Y.XmlText {
  const agreement = client.container("kind", "agreements").get(0);
  const block = agreement instanceof Y.XmlElement ? agreement.get(0) : null;
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("no text");
  return text;
}

const link = (href: string) => ({ link: { href } });

test("[R16] what a document cites is known a moment after it was written", async () => {
  const client = await RoomClient.open(room, person("participant-a"));
  textIn(client).insert(0, "Perbup 7/2020", link(citationAddress("regulation-a")));
  await vi.waitUntil(async () => (await cited()).join() === "regulation-a", { timeout: 10_000 });
});

test("[R16] a citation that was taken out, as a link or with its words, is none", async () => {
  const client = await RoomClient.open(room, person("participant-a"));
  const text = textIn(client);
  text.insert(0, "Perbup 7/2020", link(citationAddress("regulation-a")));
  text.insert(text.length, " dan Permen 8", link("https://elsewhere.test"));
  text.insert(0, "Perda 1/2021", link(citationAddress("regulation-b")));
  expect(await projected(client)).toEqual(["regulation-a", "regulation-b"]);
  text.format(0, "Perda 1/2021".length, { link: null });
  await vi.waitUntil(async () => (await cited()).join() === "regulation-a", { timeout: 10_000 });
  text.delete("Perda 1/2021".length, "Perbup 7/2020".length);
  expect(await projected(client)).toEqual([]);
});
