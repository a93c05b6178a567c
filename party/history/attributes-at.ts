import * as Y from "yjs";
import type { Values } from "./history-view.ts";
import type { Replay } from "./replay.ts";

/** What an attribute was at some place, and at which place it became so. */
interface Setting {
  /** Undefined where it was taken away. */
  value: unknown;
  since: number;
}

/** An element's attributes at a place, in the order in which they were first set. */
export function settingsAt(
  replay: Replay,
  element: Y.XmlElement,
  place: number,
): Map<string, Setting> {
  const found: { key: string; setting: Setting; firstAt: number; clock: number }[] = [];
  for (const [key, newest] of element._map) {
    const units = unitsOf(replay, newest);
    const setting = settingOf(units, place);
    if (!setting) continue;
    const first = units.reduce((a, b) => (b.insertedAt < a.insertedAt ? b : a));
    found.push({ key, setting, firstAt: first.insertedAt, clock: first.clock });
  }
  found.sort((a, b) => a.firstAt - b.firstAt || a.clock - b.clock);
  return new Map(found.map(({ key, setting }) => [key, setting]));
}

export function valuesOf(settings: ReadonlyMap<string, Setting>): Values {
  const there = [...settings].filter(([, { value }]) => value !== undefined);
  return Object.fromEntries(there.map(([key, { value }]) => [key, value]));
}

interface Unit {
  value: unknown;
  clock: number;
  insertedAt: number;
  deletedAt: number;
}

/** All settings of one attribute, the winning one first: Yjs joins neighbours of one client. */
function unitsOf(replay: Replay, newest: Y.Item): Unit[] {
  const units: Unit[] = [];
  for (let item: Y.Item | null = newest; item; item = item.left) {
    const values = item.content instanceof Y.ContentAny ? item.content.arr : [];
    for (let at = item.length - 1; at >= 0; at--) {
      const clock = item.id.clock + at;
      const { insertedAt, deletedAt } = replay.life(item.id.client, clock);
      units.push({ value: values[at], clock, insertedAt, deletedAt });
    }
  }
  return units;
}

function settingOf(units: readonly Unit[], place: number): Setting | null {
  const unit = units.find(({ insertedAt }) => insertedAt <= place);
  if (!unit) return null;
  return unit.deletedAt <= place
    ? { value: undefined, since: unit.deletedAt }
    : { value: unit.value, since: unit.insertedAt };
}
