import { expect, test } from "vitest";
import {
  elapsedMs,
  followAgenda,
  leaveItem,
  pauseItem,
  setDuration,
  startItem,
} from "./item-clock.ts";
import { emptySession, type SessionState } from "./session-state.ts";

const minute = 60_000;
const opening = { id: "opening", title: "Pembukaan", durationMinutes: 10 };
const thisCase = { id: "case", title: "Kasus", durationMinutes: 30 };
const elapsed = (state: SessionState, now: number) => state.item && elapsedMs(state.item, now);

test("[FS3] an item's time runs from its beginning, stands while it is paused, and goes on", () => {
  const begun = startItem(emptySession, opening, 0);
  expect(elapsed(begun, 3 * minute)).toBe(3 * minute);
  const paused = pauseItem(begun, true, 3 * minute);
  expect(elapsed(paused, 9 * minute)).toBe(3 * minute);
  const again = pauseItem(paused, false, 9 * minute);
  expect(elapsed(again, 10 * minute)).toBe(4 * minute);
  expect(pauseItem(again, false, 11 * minute)).toBe(again);
});

test("[FS3] whoever returns to an item goes on with its time and its extension", () => {
  const long = setDuration(startItem(emptySession, opening, 0), 15);
  const other = startItem(long, thisCase, 4 * minute);
  expect(elapsed(other, 5 * minute)).toBe(minute);
  const back = startItem(other, opening, 20 * minute);
  expect(elapsed(back, 21 * minute)).toBe(5 * minute);
  expect(back.item?.durationMs).toBe(15 * minute);
  expect(leaveItem(back, 21 * minute).item).toBeNull();
});

test("[FS3] an item that is taken off the agenda while it is current stops, and another can be chosen", () => {
  const begun = startItem(emptySession, opening, 0);
  const gone = followAgenda(begun, [thisCase], 2 * minute);
  expect(gone.item).toMatchObject({ isGone: true, title: "Pembukaan", runningSince: null });
  expect(elapsed(gone, 9 * minute)).toBe(2 * minute);
  expect(pauseItem(gone, false, 9 * minute)).toBe(gone);
  expect(startItem(gone, thisCase, 9 * minute).item?.itemId).toBe("case");
});

test("[FS3] an item that is renamed keeps its time", () => {
  const begun = startItem(emptySession, opening, 0);
  const renamed = followAgenda(begun, [{ ...opening, title: "Sambutan" }], minute);
  expect(renamed.item).toMatchObject({ title: "Sambutan", runningSince: 0 });
  expect(followAgenda(renamed, [{ ...opening, title: "Sambutan" }], minute)).toBe(renamed);
});
