import { beforeAll, expect, test } from "vitest";
import { buildWorld } from "../worker/testing/world.ts";
import { closeCodes } from "./close-codes.ts";
import { RoomClient } from "./testing/room-client.ts";
import { person } from "./testing/room-people.ts";

const room = "case-submitted";

beforeAll(buildWorld);

test("[R9] in a frozen document nobody writes, and whoever tries is told that it is frozen", async () => {
  const keeper = person("minute-taker", { lanes: "all", mayWrite: false, isFrozen: true });
  const late = await RoomClient.open(room, keeper);
  const reader = await RoomClient.open(room, person("participant-a", { mayWrite: false }));
  late.type(late.container("kind", "situation"), "Terlambat.");
  expect(await late.untilClosed()).toBe(closeCodes.frozen);
  reader.type(reader.container("kind", "situation"), "Diam-diam.");
  expect(await reader.untilClosed()).toBe(closeCodes.readOnly);
  const later = await RoomClient.open(room, person("participant-a"));
  expect(later.text).not.toContain("Terlambat.");
});
