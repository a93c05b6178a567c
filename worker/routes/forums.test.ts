import { beforeAll, describe, expect, it } from "vitest";
import type { ForumPage } from "../actions/forums.ts";
import {
  ask,
  askWith,
  cookieOf,
  countingStatements,
  notFound,
  notSignedIn,
  refusal,
} from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";

beforeAll(buildWorld);

const path = "/api/forums/forum-in-session";

async function readAs(personId: string, from = path): Promise<Response> {
  return ask(from, { cookie: await cookieOf(personId) });
}

describe("a forum", () => {
  it("is for nobody who has not signed in", async () => {
    expect(await refusal(await ask(path))).toEqual(notSignedIn);
  });

  it.each([
    "participant-a",
    "representative-a",
    "minute-taker",
    "facilitator",
    "camat",
    // One of its documents is far enough.
    "reviewer",
  ])("is shown to its %s", async (personId) => {
    expect((await readAs(personId)).status).toBe(200);
  });

  it.each(["villager-c", "inspector", "villager-d", "facilitator-elsewhere"])(
    "does not exist for the %s",
    async (personId) => {
      expect(await refusal(await readAs(personId))).toEqual(notFound);
    },
  );

  it.each(["unknown", "forum-elsewhere", "%00", "' OR 1=1 --", "..%2Fhome", "x".repeat(2000)])(
    "is not found under %j",
    async (id) => {
      expect(await refusal(await readAs("facilitator", `/api/forums/${id}`))).toEqual(notFound);
    },
  );

  it("comes with agenda, villages in the order of their lanes, officials and documents", async () => {
    const page: ForumPage = await (await readAs("participant-a")).json();
    expect(page.forum).toMatchObject({
      id: "forum-in-session",
      status: "inSession",
      district: { id: "99.01.01", name: "Kecamatan Contoh" },
    });
    expect(page.agenda).toEqual([
      {
        id: "agenda-opening",
        title: "Acara agenda-opening",
        kind: "opening",
        durationMinutes: 30,
        documentIds: [],
      },
      {
        id: "agenda-case",
        title: "Acara agenda-case",
        kind: "case",
        durationMinutes: 30,
        documentIds: [],
      },
    ]);
    expect(
      page.villages.map(({ name, colour, people }) => [
        name,
        colour,
        people.map((person) => [person.id, ...person.roles]),
      ]),
    ).toEqual([
      [
        "Desa Contoh A",
        0,
        [
          ["demo-a", "participant"],
          ["participant-a", "participant"],
          ["representative-a", "participant", "representative"],
        ],
      ],
      ["Desa Contoh B", 1, [["participant-b", "participant"]]],
    ]);
    expect(page.officials.map(({ id, office, roles }) => [id, office, ...roles])).toEqual([
      ["camat", "Kecamatan Contoh", "camat"],
      ["facilitator", "Kecamatan Contoh", "facilitator"],
      ["minute-taker", "Kecamatan Contoh", "minuteTaker"],
      ["observer", "Kecamatan Contoh", "observer"],
      ["removed", "Kecamatan Contoh", "minuteTaker"],
    ]);
    expect(page.documents.map(({ id }) => id).sort()).toEqual([
      "case-draft",
      "case-drafted",
      "case-open",
      "case-submitted",
    ]);
  });

  it("tells nothing of its people but name, position, village, office and roles", async () => {
    const page: ForumPage = await (await readAs("participant-a")).json();
    for (const person of page.villages.flatMap(({ people }) => people)) {
      expect(Object.keys(person).sort()).toEqual(["id", "name", "position", "roles"]);
    }
    for (const person of page.officials) {
      expect(Object.keys(person).sort()).toEqual([
        "id",
        "name",
        "office",
        "position",
        "roles",
        "sector",
      ]);
    }
  });

  it("takes at most ten statements", async () => {
    const { DB, count } = countingStatements();
    const cookie = await cookieOf("facilitator");
    expect((await askWith({ DB }, path, { cookie })).status).toBe(200);
    expect(count()).toBeGreaterThan(0);
    expect(count()).toBeLessThanOrEqual(10);
  });
});
