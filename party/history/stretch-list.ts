import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { dayInWib } from "../../domain/wib.ts";
import { type Author, roomAuthor } from "../log/page-codec.ts";
import type { Stretch, StretchPage, StretchQuery } from "./history-view.ts";
import { childItems, typeOf } from "./kept-items.ts";
import type { Replay } from "./replay.ts";
import type { KeptStretch } from "./stretch-table.ts";
import { elementsAround } from "./touched-places.ts";
import { everRead } from "./words-ever.ts";

const defaultLimit = 100;
const maxLimit = 500;

/** Stretches of work, the one that ended last first, a page at a time. */
export function listStretches(replay: Replay, query: StretchQuery): StretchPage {
  const limit = Math.min(maxLimit, Math.max(1, query.limit ?? defaultLimit));
  const before = query.before ?? Number.POSITIVE_INFINITY;
  const isWanted = filterOf(replay, query);
  const page: KeptStretch[] = [];
  for (const stretch of replay.stretches.newestFirst()) {
    if (stretch.to >= before || !isWanted(stretch)) continue;
    if (page.length === limit) {
      return { stretches: shown(replay, page), next: page.at(-1)?.to ?? null };
    }
    page.push(stretch);
  }
  return { stretches: shown(replay, page), next: null };
}

/** The newest place at which the document changed; marks of notes and the room's repairs are none. */
export function lastChange({ stretches, entries }: Replay): number {
  const changed = stretches.newestFirst().find(({ writer }) => {
    const { author, cause } = entries.writer(writer);
    return cause !== "note" && (cause !== null || author.personId !== roomAuthor.personId);
  });
  return changed?.to ?? 0;
}

function filterOf(replay: Replay, query: StretchQuery): (stretch: KeptStretch) => boolean {
  const { sectionId, day } = query;
  const wanted = query.authors && new Set(query.authors.map(keyOf));
  const blocks = query.words ? blocksWith(replay, query.words) : null;
  return (stretch) => {
    const { author } = replay.entries.writer(stretch.writer);
    if (wanted && !wanted.has(keyOf(author))) return false;
    if (day !== undefined && !isOnDay(stretch, day)) return false;
    if (blocks && ![...stretch.blocks].some((block) => blocks.has(block))) return false;
    if (sectionId === undefined) return true;
    return idsAround(replay, stretch).some((ids) => ids.includes(sectionId));
  };
}

function keyOf({ personId, villageId }: Author): string {
  return JSON.stringify([personId, villageId]);
}

/** @param day YYYY-MM-DD in WIB */
function isOnDay({ fromAt, toAt }: KeptStretch, day: string): boolean {
  return dayInWib(fromAt) <= day && day <= dayInWib(toAt);
}

/** The numbers of the blocks that say this now, or said it ever. */
function blocksWith(replay: Replay, words: string): Set<number> {
  const { places, all } = replay.stretches;
  const numbers = new Set(all.flatMap((stretch) => [...stretch.blocks]));
  return new Set([...numbers].filter((block) => everRead(replay, places.element(block), words)));
}

function shown(replay: Replay, page: readonly KeptStretch[]): Stretch[] {
  const inOrder = [...childItems(replay.doc.getXmlFragment(fragmentName))].map(typeOf);
  const order = new Map(
    inOrder.map((section, at) => [section instanceof Y.XmlElement ? lastId(section) : null, at]),
  );
  return page.map((stretch) => {
    const { from, to, fromAt, toAt, inserted, deleted, entries } = stretch;
    const { author, cause } = replay.entries.writer(stretch.writer);
    const ids = idsAround(replay, stretch);
    const sections = [...new Set(ids.flatMap((path) => path.at(-1) ?? []))];
    return {
      ...{ from, to, fromAt, toAt, author, cause, inserted, deleted, entries },
      sections: sections.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      parts: ids.flatMap((path) => (path.length > 1 ? (path[0] ?? []) : [])),
    };
  });
}

/** Of each container that a stretch touched its id and those around it, the section's last. */
function idsAround({ stretches }: Replay, { containers }: KeptStretch): string[][] {
  return containers.map((container) =>
    [...elementsAround(stretches.places.element(container))].flatMap((element) => {
      const id = lastId(element);
      return id === null ? [] : [id];
    }),
  );
}

/** Also of what was deleted. */
function lastId(element: Y.XmlElement): string | null {
  const values: unknown[] = element._map.get("id")?.content.getContent() ?? [];
  const id = values.at(-1);
  return typeof id === "string" ? id : null;
}
