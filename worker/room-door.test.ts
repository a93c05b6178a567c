import { listDurableObjectIds, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { schemaVersion } from "../domain/document/schema.ts";
import type { Home } from "./actions/home.ts";
import { openRoomDoor, requestForRoom } from "./room-door.ts";
import {
  type Ask,
  ask,
  cookieOf,
  notFound,
  notSignedIn,
  refusal,
  request,
} from "./testing/requests.ts";
import { buildWorld } from "./testing/world.ts";

beforeAll(buildWorld);

const door = "/parties/document-room/case-open";

function knock(path: string, options: Ask = {}): Promise<Response> {
  return ask(path, { ...options, headers: { upgrade: "websocket", ...options.headers } });
}
const rooms = () => listDurableObjectIds(env.DOCUMENT_ROOM);

describe("the door of the rooms stays shut, and no room is opened,", () => {
  it("without a session", async () => {
    expect(await refusal(await knock(door))).toEqual(notSignedIn);
    expect(await refusal(await knock(door, { cookie: "session=forged" }))).toEqual(notSignedIn);
    const cookie = await cookieOf("participant-a", Date.now() - 1);
    expect(await refusal(await knock(door, { cookie }))).toEqual(notSignedIn);
    expect(await rooms()).toEqual([]);
  });

  it("for a page that belongs to somebody other than the session does", async () => {
    const cookie = await cookieOf("participant-a");
    const answer = await knock(`${door}?person=participant-b`, { cookie });
    expect(await refusal(answer)).toEqual(notSignedIn);
    expect(await rooms()).toEqual([]);
  });

  it.each([null, "null", "http://elsewhere.test", "https://sinau.test"])(
    "for the Origin %s",
    async (origin) => {
      const cookie = await cookieOf("participant-a");
      const answer = await knock(door, { cookie, origin });
      expect(await refusal(answer)).toEqual({ status: 403, code: "foreign-origin" });
      expect(await rooms()).toEqual([]);
    },
  );

  it.each(["villager-c", "reviewer", "inspector", "villager-d", "facilitator-elsewhere"])(
    "for the %s, who may not see the document",
    async (personId) => {
      const cookie = await cookieOf(personId);
      expect(await refusal(await knock(door, { cookie }))).toEqual(notFound);
      expect(await rooms()).toEqual([]);
    },
  );

  it.each([
    "/parties/document-room/unknown",
    `/parties/document-room/${"x".repeat(500)}`,
    "/parties/document-room/",
    "/parties/document-room",
    "/parties/document-room/case-open/more",
    "/parties/document-room/case%2Dopen",
    "/parties/document-room/%",
    "/parties/document-room/case-open/",
    "/parties//document-room/case-open",
    "/parties/document-room//case-open",
    "/parties/document-room%2Fcase-open",
    "/parties/%64ocument-room/case-open",
    "/parties/document-room/case-open%00",
    "/parties/document-room/case-open%2F..",
    "/parties/Document-Room/case-open",
    "/parties/DOCUMENT_ROOM/case-open",
    "/api/parties/document-room/case-open",
    "/parties/main/case-open",
    "/parties/",
  ])("under the address %s, where no document is", async (path) => {
    const cookie = await cookieOf("facilitator");
    expect(await refusal(await knock(path, { cookie }))).toEqual(notFound);
    expect(await rooms()).toEqual([]);
  });

  it("for a request that is no WebSocket", async () => {
    const cookie = await cookieOf("participant-a");
    for (const method of ["GET", "POST", "DELETE"]) {
      const answer = await ask(door, { cookie, method });
      expect(await refusal(answer)).toEqual({ status: 426, code: "upgrade-required" });
    }
    // Handed over directly, for the runtime turns the method of every upgrade into GET.
    const posted = request(door, { cookie, method: "POST", headers: { upgrade: "websocket" } });
    expect((await openRoomDoor(posted, env)).status).toBe(426);
    expect(await rooms()).toEqual([]);
  });

  it("to headers that claim to be somebody", async () => {
    const headers = {
      "x-room-person": encodeURIComponent(JSON.stringify({ personId: "camat", lanes: "all" })),
      "x-partykit-room": "case-open",
      "x-partykit-props": "{}",
    };
    expect(await refusal(await knock(`${door}?_pk=camat`, { headers }))).toEqual(notSignedIn);
    expect(await rooms()).toEqual([]);
  });
});

describe("the request that a room gets", () => {
  const options = {
    cookie: "session=secret",
    headers: {
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "x-room-person": "forged",
      "x-partykit-props": "forged",
      "x-partykit-room": "forged",
      "x-partykit-namespace": "forged",
      authorization: "secret",
    },
  };

  it("carries the person that the Worker knows and the upgrade, and nothing else", () => {
    const forwarded = requestForRoom(request(door, options), "person");
    expect(Object.fromEntries(forwarded.headers)).toEqual({
      "sec-websocket-version": "13",
      upgrade: "websocket",
      "x-room-person": "person",
    });
  });

  it.each([
    ["?protocol=1&schema=3", "?protocol=1&schema=3"],
    ["?_pk=forged&protocol=1&room=x&schema=3&token=secret", "?protocol=1&schema=3"],
    [`?protocol=${"1".repeat(33)}&schema=3`, "?schema=3"],
    ["?protocol=%0d%0a&schema=", ""],
    ["?protocol=1&protocol=2", "?protocol=1"],
    ["", ""],
  ])("makes of the query %j the query %j", (from, to) => {
    expect(new URL(requestForRoom(request(door + from, options), "").url).search).toBe(to);
  });
});

describe("the door of the rooms opens", () => {
  it("for whoever may see the document, under the name that the server knows", async () => {
    const cookie = await cookieOf("participant-a");
    const headers = {
      "x-room-person": encodeURIComponent(JSON.stringify({ personId: "camat", name: "Camat" })),
      "x-partykit-room": "case-draft",
      "x-partykit-props": JSON.stringify({ lanes: "all" }),
    };
    const answer = await knock(`${door}?protocol=1&schema=${schemaVersion}&_pk=forged`, {
      cookie,
      headers,
    });
    expect(answer.status).toBe(101);
    answer.webSocket?.accept();

    const { present } = await env.DOCUMENT_ROOM.getByName("case-open").glance();
    expect(present).toMatchObject([
      { personId: "participant-a", name: "Warga participant-a", lanes: ["village-a"] },
    ]);
    const opened = ["case-open", "case-open~redacted"].map((name) =>
      env.DOCUMENT_ROOM.idFromName(name).toString(),
    );
    expect((await rooms()).map(String).sort()).toEqual(opened.sort());
    const ids = await runInDurableObject(env.DOCUMENT_ROOM.getByName("case-open"), (room) =>
      [...room.getConnections()].map(({ id }) => id),
    );
    expect(ids).toHaveLength(1);
    expect(ids).not.toContain("forged");

    const home = await ask("/api/home", { cookie: await cookieOf("participant-b") });
    const [first] = (await home.json<Home>()).documents;
    expect(first).toMatchObject({
      id: "case-open",
      present: [{ village: { id: "village-a" }, office: null, names: ["Warga participant-a"] }],
    });
    answer.webSocket?.close();
  });
});
