import { beforeAll, describe, expect, it } from "vitest";
import type { AnnouncementReaders } from "../actions/announcements.ts";
import type { Home } from "../actions/home.ts";
import { ask, cookieOf, notFound, refusal } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

const as = async (personId: string, path: string, method = "GET", json?: unknown) =>
  ask(`/api/announcements${path}`, {
    method,
    cookie: await cookieOf(personId),
    ...(json === undefined ? {} : { json }),
  });

const unread = async (personId: string) => {
  const answer = await ask("/api/home", { cookie: await cookieOf(personId) });
  return (await answer.json<Home>()).announcements;
};

describe("an announcement", () => {
  it("is new for everybody of the district until they have read it, and its makers know who has", async () => {
    const id = crypto.randomUUID();
    const json = { id, title: "Batas APBDes", text: "Kumpulkan berkas." };
    expect((await as("camat", "", "POST", json)).status).toBe(403);
    for (const _ of [1, 2]) expect((await as("facilitator", "", "POST", json)).status).toBe(204);
    expect(await unread("facilitator")).toEqual([]);
    expect(await unread("villager-d")).toEqual([]);
    expect(await unread("villager-c")).toMatchObject([{ id, title: "Batas APBDes" }]);

    for (const _ of [1, 2]) {
      expect((await as("villager-c", `/${id}/reading`, "PUT", {})).status).toBe(204);
    }
    expect(await unread("villager-c")).toEqual([]);
    expect(await (await as("villager-c", "")).json()).toMatchObject({
      announcements: [{ id, isRead: true, readerCount: null }],
      mayMake: false,
    });
    expect(await refusal(await as("villager-d", `/${id}/reading`, "PUT", {}))).toEqual(notFound);
    expect((await as("villager-c", `/${id}/readers`)).status).toBe(403);
    const { people } = await (
      await as("facilitator", `/${id}/readers`)
    ).json<AnnouncementReaders>();
    const hasRead = people.filter(({ readAt }) => readAt !== null).map(({ name }) => name);
    expect(hasRead.sort()).toEqual(["Pejabat facilitator", "Warga villager-c"]);
    expect(people.map(({ name }) => name)).toContain("Warga participant-a");
    expect(people.map(({ name }) => name)).not.toContain("Pejabat removed");

    expect((await as("facilitator", `/${id}`, "DELETE")).status).toBe(204);
    expect(await unread("participant-a")).toEqual([]);
    expect(await refusal(await as("facilitator", `/${id}`, "DELETE"))).toEqual(notFound);
  });
});
