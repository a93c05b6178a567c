import { beforeAll, expect, test, vi } from "vitest";
import { buildWorld } from "../../worker/testing/world.ts";
import { closeCodes } from "../close-codes.ts";
import { ago } from "../testing/ago.ts";
import { RoomClient } from "../testing/room-client.ts";
import { person } from "../testing/room-people.ts";
import { maxSeats } from "./seats.ts";

const ani = person("participant-a");
const room = "case-open";

beforeAll(buildWorld);

test("a room holds 250; the next is told so, unless somebody leaves or is behind a dead link", async () => {
  const dead = await ago(8_000, () => RoomClient.open(room, ani));
  const others = await Promise.all(
    Array.from({ length: maxSeats - 1 }, (_, seat) =>
      RoomClient.knock(room, person(`guest-${seat}`)),
    ),
  );
  await vi.waitUntil(() => others.every(({ isSynced }) => isSynced), { timeout: 20_000 });

  const newcomer = await RoomClient.open(room, ani);
  expect(await dead.untilClosed()).toBe(closeCodes.silent);

  const tooMany = await RoomClient.knock(room, ani);
  expect(await tooMany.untilClosed()).toBe(closeCodes.roomFull);
  expect(tooMany.isSynced).toBe(false);

  const [first, second] = others;
  first?.close();
  await vi.waitUntil(async () => {
    const again = await RoomClient.knock(room, ani);
    await vi.waitUntil(() => again.isSynced || again.closed !== null);
    return again.isSynced;
  });
  newcomer.type(newcomer.container("kind", "situation"), "Penuh, tetapi menulis.");
  await second?.untilText("Penuh, tetapi menulis.");
}, 30_000);
