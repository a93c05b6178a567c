import { expect, test, vi } from "vitest";
import { type Passing, Relay } from "./relay.ts";

interface Delivery {
  places: number[];
  to: readonly string[];
}

/** A room of so many, and what was delivered to whom. */
function roomOf(people: number) {
  const sockets = Array.from({ length: people }, (_, at) => `socket ${at}`);
  const deliveries: Delivery[] = [];
  const relay = new Relay<string>(
    () => sockets,
    (changes, to) => deliveries.push({ places: changes.map(({ place }) => place), to }),
  );
  return { relay, sockets, deliveries };
}

function change(place: number, from: string | null): Passing<string> {
  const author = { personId: "ani", villageId: null };
  return { client: 1, place, from, entry: { author, at: 0, update: new Uint8Array([0, 0]) } };
}

test("in a calm room a change goes to the others at once, and never back to its sender", () => {
  const { relay, deliveries } = roomOf(3);
  relay.pass(change(1, "socket 1"), Date.now());
  expect(deliveries).toEqual([{ places: [1], to: ["socket 0", "socket 2"] }]);
});

test("what the room changes by itself goes to everybody", () => {
  const { relay, sockets, deliveries } = roomOf(3);
  relay.pass(change(1, null), Date.now());
  expect(deliveries).toEqual([{ places: [1], to: sockets }]);
});

test("in a busy room what comes within a tick goes in one frame, to each writer without its own", async () => {
  const { relay, deliveries } = roomOf(100);
  const now = Date.now();
  for (let place = 1; place <= 60; place++) relay.pass(change(place, "socket 0"), now);
  const before = deliveries.length;
  expect(before).toBeLessThan(30);
  relay.pass(change(61, "socket 7"), now);
  await vi.waitUntil(() => deliveries.length > before);
  const last = deliveries.slice(before);
  const placesFor = (socket: string) => last.find(({ to }) => to.includes(socket))?.places ?? [];
  expect(last).toHaveLength(3);
  expect(placesFor("socket 0")).toEqual([61]);
  expect(placesFor("socket 7")).not.toContain(61);
  expect(placesFor("socket 5").at(-1)).toBe(61);
});

test("after a pause the next change waits for no tick, however busy the room was", async () => {
  const { relay, deliveries } = roomOf(100);
  const now = Date.now();
  for (let place = 1; place <= 60; place++) relay.pass(change(place, null), now);
  await vi.waitUntil(() => deliveries.at(-1)?.places.includes(60));
  const before = deliveries.length;
  relay.pass(change(61, null), now + 5000);
  expect(deliveries.slice(before).map(({ places }) => places)).toEqual([[61]]);
});

test("[R11] what waits for a tick when letters are removed does not leave any more", async () => {
  const { relay, deliveries } = roomOf(100);
  const now = Date.now();
  for (let place = 1; place <= 60; place++) relay.pass(change(place, "socket 0"), now);
  const before = deliveries.length;
  relay.drop();
  relay.pass(change(61, "socket 0"), now + 200);
  await vi.waitUntil(() => deliveries.length > before);
  expect(deliveries.slice(before).flatMap(({ places }) => places)).toEqual([61]);
});
