import { expect, test } from "vitest";
import type { ForumStatus } from "../../domain/statuses.ts";
import { keepPlaces, nowOrNext, splitByTime } from "./order.ts";

const hour = 3_600_000;
const now = 1_000 * hour;
const forum = (id: string, status: ForumStatus, startsIn: number) => ({
  id,
  status,
  startsAt: now + startsIn * hour,
  endsAt: now + (startsIn + 3) * hour,
});

test("a forum in session comes before the next one", () => {
  const forums = [forum("next", "invited", 1), forum("now", "inSession", -1)];
  expect(nowOrNext(forums, now)?.id).toBe("now");
});

test("without a session the soonest forum to come is shown", () => {
  const forums = [
    forum("later", "invited", 500),
    forum("ended", "ended", -2),
    forum("cancelled", "cancelled", 1),
    forum("soon", "planned", 20),
  ];
  expect(nowOrNext(forums, now)?.id).toBe("soon");
});

test("a forum that nobody opened and whose day is over is not the next", () => {
  const forums = [forum("missed", "invited", -48)];
  expect(nowOrNext(forums, now)).toBeNull();
  expect(splitByTime(forums, now).past).toEqual(forums);
});

test("no forum at all is no forum", () => {
  expect(nowOrNext([], now)).toBeNull();
});

test("forums are split into those to come and those behind, in their order", () => {
  const forums = [
    forum("now", "inSession", -1),
    forum("soon", "invited", 5),
    forum("cancelled", "cancelled", 5),
    forum("ended", "ended", -100),
  ];
  const { current, past } = splitByTime(forums, now);
  expect(current.map(({ id }) => id)).toEqual(["now", "soon"]);
  expect(past.map(({ id }) => id)).toEqual(["cancelled", "ended"]);
});

test("a refreshed list keeps its places and puts what is new at the end", () => {
  const items = ["new", "c", "a"].map((id) => ({ id }));
  expect(keepPlaces(["a", "b", "c"], items).map(({ id }) => id)).toEqual(["a", "c", "new"]);
});

test("a list seen for the first time keeps the order it came in", () => {
  const items = ["b", "a"].map((id) => ({ id }));
  expect(keepPlaces([], items)).toEqual(items);
});
