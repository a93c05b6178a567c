import type { ComparedNode, ComparedText, Values } from "../../party/history/history-view.ts";
import type { ShownAuthor, ShownComparison, ShownOrigin } from "./history-answers.ts";

export type ChangeKind = "inserted" | "deleted" | "replaced" | "moved" | "changed";

/** What one author did in one place: neighbouring pieces of text and blocks that belong together. */
export interface Change {
  author: ShownAuthor;
  kind: ChangeKind;
  inserted: string;
  deleted: string;
  /** Names of marks and attributes that are others now, where nothing was inserted or deleted. */
  settings: Setting[];
  /** Containers around it, the outermost first. */
  path: readonly ComparedNode[];
  /** Places of the first and the last entry that made it. */
  from: number;
  to: number;
  fromAt: number;
  toAt: number;
  cause: ShownOrigin["cause"];
}

export interface Setting {
  name: string;
  before: unknown;
  now: unknown;
}

export type Compared = ComparedNode | ComparedText;

export interface ChangeList {
  changes: readonly Change[];
  /** The number of the change that a node or text belongs to, from 0. */
  numbers: ReadonlyMap<Compared, number>;
}

/** The shortest text of which a copy elsewhere is taken for the same words. */
const movedUnits = 12;

const containers = new Set(["section", "lane", "branch", "agendaItem", "agreement", "followUp"]);

/**
 * The changes of a comparison in the order of the text. What the room set up by itself, such as the
 * empty sections of a new document, is none.
 * @param isMeant whose changes are wanted
 */
export function findChanges(
  { content, origins }: Pick<ShownComparison, "content" | "origins">,
  isMeant: (author: ShownAuthor) => boolean = () => true,
): ChangeList {
  const finder = new Finder(origins, isMeant);
  for (const node of content) finder.visit(node, []);
  return finder.finish();
}

export function isText(compared: Compared): compared is ComparedText {
  return "text" in compared;
}

interface Draft extends Change {
  brings: boolean;
  takes: boolean;
}

class Finder {
  readonly #changes: Draft[] = [];
  readonly #numbers = new Map<Compared, number>();
  /** Whether the next piece may belong to the change before. */
  #isOpen = false;

  readonly #origins: readonly ShownOrigin[];
  readonly #isMeant: (author: ShownAuthor) => boolean;

  constructor(origins: readonly ShownOrigin[], isMeant: (author: ShownAuthor) => boolean) {
    this.#origins = origins;
    this.#isMeant = isMeant;
  }

  visit(compared: Compared, path: readonly ComparedNode[]): void {
    const isChanged = this.#take(compared, path);
    if (!isChanged) this.#isOpen = false;
    if (isText(compared)) return;
    const inside = containers.has(compared.type) ? [...path, compared] : path;
    for (const child of compared.content) this.visit(child, inside);
    if (!isChanged && containers.has(compared.type)) this.#isOpen = false;
  }

  finish(): ChangeList {
    const changes = this.#changes.map(({ brings, takes, ...change }) => ({
      ...change,
      kind: kindOf(change, brings, takes),
    }));
    markMoves(changes);
    return { changes, numbers: this.#numbers };
  }

  /** @returns whether it belongs to a change */
  #take(compared: Compared, path: readonly ComparedNode[]): boolean {
    const by = compared.deletedBy ?? compared.insertedBy ?? settingOf(compared);
    const origin = by === undefined ? undefined : this.#origins[by];
    if (!origin || isSetUp(compared, origin) || !this.#isMeant(origin.author)) return false;
    const last = this.#changes.at(-1);
    const belongs = this.#isOpen && last?.author.key === origin.author.key;
    const change = belongs ? last : this.#begin(origin, path);
    change.from = Math.min(change.from, origin.from);
    change.to = Math.max(change.to, origin.to);
    change.fromAt = Math.min(change.fromAt, origin.fromAt);
    change.toAt = Math.max(change.toAt, origin.toAt);
    const words = isText(compared) ? compared.text : "";
    if (compared.deletedBy !== undefined) {
      change.takes = true;
      change.deleted += words;
    } else if (compared.insertedBy !== undefined) {
      change.brings = true;
      change.inserted += words;
    } else change.settings.push(...settingsOf(compared));
    this.#numbers.set(compared, this.#changes.length - 1);
    this.#isOpen = true;
    return true;
  }

  #begin(origin: ShownOrigin, path: readonly ComparedNode[]): Draft {
    const { author, from, to, fromAt, toAt, cause } = origin;
    const change: Draft = {
      ...{ author, from, to, fromAt, toAt, cause, path },
      ...{ kind: "changed", inserted: "", deleted: "", settings: [] },
      ...{ brings: false, takes: false },
    };
    this.#changes.push(change);
    return change;
  }
}

function settingOf(compared: Compared): number | undefined {
  return isText(compared) ? compared.markedBy : compared.changedBy;
}

function isSetUp({ insertedBy, deletedBy }: Compared, { author, cause }: ShownOrigin): boolean {
  return author.isRoom && cause === null && insertedBy !== undefined && deletedBy === undefined;
}

function settingsOf(compared: Compared): Setting[] {
  const [before, now]: [Values, Values] = isText(compared)
    ? [compared.marksBefore ?? {}, compared.marks]
    : [compared.attrsBefore ?? {}, compared.attrs];
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]))
    .map((name) => ({ name, before: before[name], now: now[name] }));
}

function kindOf({ inserted, deleted }: Change, brings: boolean, takes: boolean): ChangeKind {
  if (brings && takes) return inserted.trim() === deleted.trim() ? "moved" : "replaced";
  if (takes) return "deleted";
  return brings ? "inserted" : "changed";
}

/** Words that the same person took away here and put there were moved. */
function markMoves(changes: Change[]): void {
  const taken = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.kind !== "deleted" || change.deleted.trim().length < movedUnits) continue;
    const key = moveKey(change.author, change.deleted);
    taken.set(key, [...(taken.get(key) ?? []), change]);
  }
  for (const change of changes) {
    if (change.kind !== "inserted") continue;
    const from = taken.get(moveKey(change.author, change.inserted))?.shift();
    if (!from) continue;
    from.kind = "moved";
    change.kind = "moved";
  }
}

function moveKey({ key }: ShownAuthor, text: string): string {
  return `${key} ${text.trim()}`;
}
