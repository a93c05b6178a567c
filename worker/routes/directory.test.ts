import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Directory } from "../actions/directory.ts";
import { openDatabase } from "../db/open.ts";
import { experiences } from "../db/questions-schema.ts";
import { people } from "../db/schema.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

const read = async (personId: string) =>
  (await ask("/api/directory", { cookie: await cookieOf(personId) })).json<Directory>();
const say = async (personId: string, themes: string[]) =>
  ask("/api/directory/own", { method: "PUT", cookie: await cookieOf(personId), json: { themes } });

describe("the directory", () => {
  it("holds whoever asked to stand in it, with what they said last, and nobody else", async () => {
    const db = openDatabase(env);
    await db.update(people).set({ phone: "6281234567890" }).where(eq(people.id, "participant-a"));
    expect(await read("villager-c")).toMatchObject({ people: [], own: [] });
    expect((await say("participant-a", ["tax", "assets"])).status).toBe(204);
    expect((await say("participant-a", ["tax", "silpa"])).status).toBe(204);
    expect((await say("participant-a", ["witchcraft"])).status).toBe(422);
    const seen = await read("villager-c");
    expect(seen.people).toEqual([
      {
        id: "participant-a",
        name: "Warga participant-a",
        position: "Kaur Keuangan",
        village: { id: "village-a", name: "Desa Contoh A", colour: 0 },
        office: null,
        themes: ["silpa", "tax"],
      },
    ]);
    expect((await read("participant-a")).own).toEqual(["silpa", "tax"]);
    expect((await read("villager-d")).people).toEqual([]);
    expect(await refusal(await say("inspector", ["tax"]))).toEqual(notFound);
    await say("participant-a", []);
    expect(await read("villager-c")).toMatchObject({ people: [], own: [] });
  });

  it("holds all villages of the district, and the offices that look after the programme, without people", async () => {
    expect(await read("villager-c")).toEqual({
      people: [],
      own: [],
      villages: [
        { id: "village-a", name: "Desa Contoh A", colour: 0 },
        { id: "village-b", name: "Desa Contoh B", colour: 1 },
        { id: "village-c", name: "Desa Contoh C", colour: 2 },
      ],
      offices: ["Kecamatan Contoh"],
    });
  });

  it("loses whoever is removed, also from the database", async () => {
    await say("villager-c", ["tax"]);
    const mine = await ask("/api/me/data", {
      method: "POST",
      cookie: await cookieOf("villager-c"),
    });
    expect(await mine.json()).toMatchObject({ shared: { experiences: [{ theme: "tax" }] } });
    const cookie = await cookieOf("facilitator");
    const removal = await ask("/api/people/villager-c", { method: "DELETE", cookie });
    expect(removal.status).toBe(204);
    expect((await read("participant-a")).people).toEqual([]);
    expect(await openDatabase(env).select().from(experiences)).toEqual([]);
  });
});
