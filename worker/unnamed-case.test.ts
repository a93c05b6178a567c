import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { closeCodes } from "../party/close-codes.ts";
import type { ShownPerson } from "../party/masks/shown-person.ts";
import type { DocumentPage } from "./actions/documents.ts";
import type { ForumPage } from "./actions/forums.ts";
import type { Home } from "./actions/home.ts";
import { personMask, villageMasks } from "./db/document-masks.ts";
import { openDatabase } from "./db/open.ts";
import { documentMasks, documents, forumMembers, forums, forumVillages } from "./db/schema.ts";
import { type Entered, enterRoom } from "./testing/enter-room.ts";
import { ask, cookieOf } from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

const forumId = "forum-unnamed";
const masked = ["participant-a", "representative-a", "participant-b", "minute-taker", "observer"];
const everybody = [...masked, "camat", "facilitator"];
/** What stands of the world's villages and people in its database; ids as JSON carries them. */
const real =
  /Desa Contoh|Warga |Pejabat |Kecamatan Contoh|Kaur Keuangan|Kepala Seksi|village-[ab]|[\w-]+-[ab]"|"(minute-taker|observer|camat|facilitator|reviewer)"/;

beforeAll(async () => {
  await buildWorld();
  const db = openDatabase(env);
  const both = { createdAt: 0, theme: "planning" as const };
  await db.batch([
    db.insert(forums).values({
      ...both,
      id: forumId,
      districtId: "99.01.01",
      title: "Forum contoh",
      stage: "trial",
      status: "inSession",
      startsAt: 1,
      endsAt: 2,
      place: "Pendopo",
    }),
    db.insert(forumVillages).values([
      { forumId, villageId: "village-a", position: 0 },
      { forumId, villageId: "village-b", position: 1 },
    ]),
    db.insert(forumMembers).values([
      { forumId, personId: "participant-a", role: "participant" },
      { forumId, personId: "participant-b", role: "participant" },
      { forumId, personId: "representative-a", role: "representative" },
      { forumId, personId: "minute-taker", role: "minuteTaker" },
      { forumId, personId: "observer", role: "observer" },
    ]),
    db.insert(documents).values(
      (["open", "drafted", "second", "raced", "lanes"] as const).map((name) => ({
        ...both,
        id: `unnamed-${name}`,
        forumId,
        kind: "case" as const,
        title: "Kasus tanpa nama",
        fiscalYear: 2027,
        status: name === "drafted" ? ("drafted" as const) : ("open" as const),
        proposedByVillageId: "village-a",
        proposedByPersonId: "participant-a",
        isUnnamed: true,
      })),
    ),
  ]);
});

async function read<T>(path: string, personId: string): Promise<T> {
  const answer = await ask(path, { cookie: await cookieOf(personId) });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** Everything that the API tells this person of the document; the forum's people are known. */
async function toldOf(documentId: string, personId: string): Promise<string> {
  const page = await read<DocumentPage>(`/api/documents/${documentId}`, personId);
  const reading = await read<unknown>(`/api/documents/${documentId}/reading`, personId);
  const { documents: near } = await read<Home>("/api/home", personId);
  const cards = [near];
  if (personId !== "reviewer" || documentId === "unnamed-drafted") {
    cards.push((await read<ForumPage>(`/api/forums/${forumId}`, personId)).documents);
  }
  const own = cards.flat().filter(({ id }) => id === documentId);
  expect(own).toHaveLength(2);
  return JSON.stringify([page, reading, own]);
}

async function show({ client }: Entered): Promise<Entered["client"]> {
  client.sendPresence({ cursor: null, user: { name: "Warga participant-a" } });
  return client;
}

function shownUsers({ client }: Entered): ShownPerson[] {
  return [...client.presence.values()].flatMap(({ user }) => (user ? [user as ShownPerson] : []));
}

/** Asks who is there, until so many are shown. */
async function untilShown(viewer: Entered, count: number): Promise<void> {
  viewer.client.sendQuery();
  await vi.waitUntil(() => shownUsers(viewer).length >= count);
}

describe("in an unnamed case", () => {
  it("nobody but the facilitator is sent a village, name, office or id, over any way", async () => {
    const entered = new Map<string, Entered>();
    for (const personId of everybody) {
      entered.set(personId, await enterRoom("unnamed-open", personId));
    }
    const stock = await enterRoom("unnamed-open", "participant-b", "");
    for (const one of entered.values()) await show(one);
    const lanes = (await read<DocumentPage>("/api/documents/unnamed-open", "participant-a")).me
      .lanes;
    const writer = entered.get("participant-a")?.client;
    const facilitator = entered.get("facilitator");
    if (!writer || !facilitator) throw new Error("they did not enter");
    writer.type(writer.container("village", String(lanes[0])), "Bukti terlambat.");
    await writer.untilSaved();
    const viewers = [...entered.values(), stock];
    for (const viewer of viewers) {
      await viewer.client.untilText("Bukti terlambat.");
      await untilShown(viewer, everybody.length - 1);
    }
    await evictDurableObject(env.DOCUMENT_ROOM.getByName("unnamed-open"));
    for (const viewer of viewers) {
      viewer.client.sendPresence({ cursor: null }, viewer.client.doc.clientID, 2);
      await untilShown(viewer, everybody.length - 1);
    }
    writer.type(writer.container("kind", "situation"), "Setelah tidur.");
    for (const viewer of viewers) await viewer.client.untilText("Setelah tidur.");

    for (const personId of [...masked, "camat"]) {
      const heard = entered.get(personId)?.heard();
      expect(heard).toContain('"number":');
      expect(heard).not.toMatch(real);
      expect(await toldOf("unnamed-open", personId)).not.toMatch(real);
    }
    expect(stock.heard()).toContain("Setelah tidur.");
    expect(stock.heard()).not.toMatch(real);

    expect(facilitator.heard()).toContain("Warga participant-a");
    expect(facilitator.heard()).toContain("Desa Contoh A");
    expect(facilitator.heard()).toContain("Pejabat camat");
    const told = await toldOf("unnamed-open", "facilitator");
    for (const name of ["Desa Contoh A", "Warga participant-b", "Pejabat camat"]) {
      expect(told).toContain(name);
    }
    for (const { client } of viewers) client.close();
  }, 60_000);

  it("the reviewer of what is drafted is sent none of them either", async () => {
    const [facilitator, reviewer, writer] = [
      await enterRoom("unnamed-drafted", "facilitator"),
      await enterRoom("unnamed-drafted", "reviewer"),
      await enterRoom("unnamed-drafted", "participant-a"),
    ];
    await show(facilitator);
    await show(writer);
    await show(reviewer);
    await untilShown(reviewer, 2);
    expect(reviewer.heard()).toContain('"number"');
    expect(reviewer.heard()).not.toMatch(real);
    expect(await toldOf("unnamed-drafted", "reviewer")).not.toMatch(real);
    await untilShown(facilitator, 2);
    expect(facilitator.heard()).toContain("Pejabat reviewer");
  });

  it("a villager writes in their own lane, and is sent away from another's", async () => {
    const page = await read<DocumentPage>("/api/documents/unnamed-lanes", "participant-a");
    const [own] = page.me.lanes;
    const other = page.villages.find(({ id }) => id !== own)?.id;
    expect(page.me.lanes).toHaveLength(1);
    expect(page.villages.map(({ id }) => id)).toContain(own);
    const { client } = await enterRoom("unnamed-lanes", "participant-a");
    client.type(client.container("village", String(own)), "Dari kami.");
    await client.untilSaved();
    client.type(client.container("village", String(other)), "Bukan dari kami.");
    expect(await client.untilClosed()).toBe(closeCodes.closedContainer);
  });

  it("the facilitator's villages bear the lanes' ids with the real names", async () => {
    const [mine, theirs] = [
      await read<DocumentPage>("/api/documents/unnamed-lanes", "facilitator"),
      await read<DocumentPage>("/api/documents/unnamed-lanes", "camat"),
    ];
    expect(mine.villages.map(({ id }) => id)).toEqual(theirs.villages.map(({ id }) => id));
    expect(mine.villages.map((village) => "name" in village && village.name).sort()).toEqual([
      "Desa Contoh A",
      "Desa Contoh B",
    ]);
    expect(theirs.villages.map((village) => "number" in village && village.number)).toEqual([1, 2]);
    // What the facilitator's files call them.
    expect(mine.villages.map((village) => "name" in village && village.maskNumber)).toEqual([1, 2]);
    expect([mine.document.proposedBy?.name, theirs.document.proposedBy]).toEqual([
      "Desa Contoh A",
      null,
    ]);
  });
});

describe("masks", () => {
  const db = openDatabase(env);
  const ani = { id: "participant-a", villageId: "village-a" };

  it("of one person in two documents have nothing in common", async () => {
    const first = await personMask(db, "unnamed-open", ani);
    const second = await personMask(db, "unnamed-second", ani);
    expect(second.id).not.toBe(first.id);
    expect(second.village?.id).not.toBe(first.village?.id);
    expect(JSON.stringify([first, second])).not.toMatch(real);
  });

  it("stay the same whenever they are asked for", async () => {
    const first = await personMask(db, "unnamed-open", ani);
    expect(await personMask(db, "unnamed-open", ani)).toEqual(first);
    expect(first.village).toEqual((await villageMasks(db, "unnamed-open")).get("village-a"));
  });

  it("are made once, however many come at the same moment", async () => {
    const people = Array.from({ length: 8 }, () => personMask(db, "unnamed-raced", ani));
    const masks = await Promise.all(people);
    expect(new Set(masks.map((mask) => JSON.stringify(mask))).size).toBe(1);
    const rows = (await db.select().from(documentMasks)).filter(
      ({ documentId }) => documentId === "unnamed-raced",
    );
    expect(rows.map(({ kind, realId }) => `${kind} ${realId}`).sort()).toEqual([
      "person participant-a",
      "village village-a",
      "village village-b",
    ]);
  });

  it("are found for a village that is invited later, beside those that were there", async () => {
    const before = await villageMasks(db, "unnamed-raced");
    await db.insert(forumVillages).values({ forumId, villageId: "village-c", position: 2 });
    const after = await villageMasks(db, "unnamed-raced");
    for (const [village, mask] of before) expect(after.get(village)).toEqual(mask);
    expect(new Set([...after.values()].map(({ number }) => number)).size).toBe(3);
    expect(new Set([...after.values()].map(({ colour }) => colour)).size).toBe(3);
  });

  it("follow the villages' own order no more than chance has it", async () => {
    const orders = new Set<number>();
    for (let attempt = 0; orders.size < 2 && attempt < 60; attempt++) {
      const id = `unnamed-chance-${attempt}`;
      await db.insert(documents).values({
        id,
        forumId,
        kind: "case",
        title: "Kasus",
        theme: "planning",
        fiscalYear: 2027,
        status: "open",
        isUnnamed: true,
        createdAt: 0,
      });
      orders.add((await villageMasks(db, id)).get("village-a")?.number ?? 0);
    }
    expect(orders.size).toBe(2);
  });
});
