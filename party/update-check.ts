import * as Y from "yjs";
import { fragmentName } from "../domain/document/schema.ts";
import {
  attributeAllowed,
  childAllowed,
  isContainer,
  isGrowing,
  markAllowed,
  textAllowed,
} from "./document-shape.ts";

/** Where a changed item stands: in an element, in a text, at the root, or in what is gone. */
type Place = Y.XmlElement | Y.XmlText | "root" | "gone";

/** A place and, for an attribute, its key; null for a child. */
interface Spot {
  place: Place;
  key: string | null;
}

export interface Writer {
  /** Whether this client id is the writer's own, or free to become it. */
  ownsClient(client: number): boolean;
  /** Whether the writer may change what stands in this village's lane. */
  writesInLane(villageId: string): boolean;
}

export type Verdict =
  /** `growthBytes`: how much larger the document gets at most; negative where it shrinks. */
  | { kind: "accepted"; clients: Set<number>; growthBytes: number }
  /** Foundations are missing: another person's change that has not arrived (yet). */
  | { kind: "waits" }
  /** Nothing that anybody sees: a stock client's tidying of formatting in a closed lane. */
  | { kind: "ignored" }
  | { kind: "refused"; reason: Reason };

type Reason = "malformed" | "foreignAuthor" | "closedContainer" | "unfounded";

class Refused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}
class Waits extends Error {}

/**
 * Checks a live frame against the document before anything of it is applied (R4–R6): it decodes,
 * its structs are the writer's own and leave no gap in the clocks, what it adds fits the schema,
 * and it touches no lane and no fixed container that is closed to the writer. Taken whole or
 * refused whole.
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, writer: Writer): Verdict {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return { kind: "refused", reason: "malformed" };
  }
  try {
    return new UpdateCheck(doc, decoded, writer).verdict(update.byteLength);
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", reason: error.reason };
    if (error instanceof Waits) return { kind: "waits" };
    throw error;
  }
}

class UpdateCheck {
  readonly #doc: Y.Doc;
  readonly #writer: Writer;
  readonly #structs: (Y.Item | Y.GC | Y.Skip)[];
  readonly #deletions: { client: number; clock: number; len: number }[];
  readonly #own = new Map<number, (Y.Item | Y.GC)[]>();
  /** Holders of the types that this frame brings: Yjs links them only when it integrates. */
  readonly #holders = new Map<unknown, Y.Item>();
  readonly #spots = new Map<Y.Item, Spot>();

  constructor(doc: Y.Doc, decoded: ReturnType<typeof Y.decodeUpdate>, writer: Writer) {
    this.#doc = doc;
    this.#writer = writer;
    this.#structs = decoded.structs;
    this.#deletions = [...decoded.ds.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }) => ({ client, clock, len })),
    );
  }

  verdict(frameBytes: number): Verdict {
    let bringsItems = false;
    for (const struct of this.#structs) this.#takeIn(struct);
    for (const struct of this.#structs) {
      if (!(struct instanceof Y.Item) || this.#isKnown(struct)) continue;
      this.#checkItem(struct);
      bringsItems = true;
    }
    const deleted = this.#deletedItems();
    const closed = deleted.filter((item) => !this.#mayDelete(item));
    if (closed.length > 0) {
      const onlyFormatting = closed.every((item) => item.content instanceof Y.ContentFormat);
      if (onlyFormatting && this.#structs.length === 0) return { kind: "ignored" };
      throw new Refused("closedContainer");
    }
    const removed = deleted.reduce((sum, { length }) => sum + length, 0);
    const growthBytes = (bringsItems ? frameBytes : 0) - removed;
    return { kind: "accepted", clients: new Set(this.#own.keys()), growthBytes };
  }

  /** Own client ids only, and no gap between what is known and what comes. */
  #takeIn(struct: Y.Item | Y.GC | Y.Skip): void {
    if (struct instanceof Y.Skip) throw new Refused("malformed");
    const { client, clock } = struct.id;
    if (!this.#writer.ownsClient(client)) throw new Refused("foreignAuthor");
    const own = this.#own.get(client);
    const expected = own ? endOf(own.at(-1)) : Y.getState(this.#doc.store, client);
    if (clock > expected) throw new Refused("unfounded");
    if (own) own.push(struct);
    else this.#own.set(client, [struct]);
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) {
      this.#holders.set(struct.content.type, struct);
    }
  }

  #isKnown(item: Y.Item): boolean {
    return endOf(item) <= Y.getState(this.#doc.store, item.id.client);
  }

  #checkItem(item: Y.Item): void {
    // Yjs parks a frame whose neighbours are missing: find them all before it sees the frame.
    for (const id of [item.origin, item.rightOrigin]) if (id) this.#find(id);
    const { place, key } = this.#spotOf(item);
    if (place === "gone") return;
    if (!this.#isOpen(place)) throw new Refused("closedContainer");
    if (key !== null) return this.#checkAttribute(item, key, place);
    const { content } = item;
    if (content instanceof Y.ContentDeleted) return;
    if (place instanceof Y.XmlText) {
      if (content instanceof Y.ContentString) return;
      if (content instanceof Y.ContentFormat && markAllowed(content.key)) return;
      throw new Refused("malformed");
    }
    if (!(content instanceof Y.ContentType)) throw new Refused("malformed");
    this.#checkType(content.type, place === "root" ? "doc" : place.nodeName);
  }

  #checkType(type: unknown, parentName: string): void {
    if (type instanceof Y.XmlText) {
      if (!textAllowed(parentName)) throw new Refused("malformed");
    } else if (type instanceof Y.XmlElement) {
      if (!childAllowed(parentName, type.nodeName)) throw new Refused("malformed");
      if (!this.#mayCreate(type, parentName)) throw new Refused("closedContainer");
    } else {
      throw new Refused("malformed");
    }
  }

  /** Fixed containers are set by the room; fields come with the follow-up that holds them. */
  #mayCreate(element: Y.XmlElement, parentName: string): boolean {
    if (!isContainer(element.nodeName) || isGrowing(element.nodeName)) return true;
    return element.nodeName === "field" && parentName === "followUp";
  }

  #checkAttribute(item: Y.Item, key: string, place: Place): void {
    if (!(place instanceof Y.XmlElement)) throw new Refused("malformed");
    if (!(item.content instanceof Y.ContentAny) && !(item.content instanceof Y.ContentDeleted)) {
      throw new Refused("malformed");
    }
    if (!attributeAllowed(place.nodeName, key)) throw new Refused("malformed");
    if (isFixed(place.nodeName) && !this.#holders.has(place)) throw new Refused("closedContainer");
  }

  /** What would be deleted and is still there. @throws Waits for what is not there yet */
  #deletedItems(): Y.Item[] {
    const items: Y.Item[] = [];
    for (const { client, clock, len } of this.#deletions) {
      const end = clock + len;
      const known = Y.getState(this.#doc.store, client);
      const own = this.#own.get(client);
      if (end > Math.max(known, own ? endOf(own.at(-1)) : 0)) throw new Waits();
      const structs = this.#doc.store.clients.get(client);
      if (!structs || clock >= known) continue;
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at];
        if (!struct || struct.id.clock >= end) break;
        if (struct instanceof Y.Item && !struct.deleted) items.push(struct);
      }
    }
    return items;
  }

  #mayDelete(item: Y.Item): boolean {
    const { place, key } = this.#spotOf(item);
    if (place === "gone") return true;
    if (!this.#isOpen(place)) return false;
    if (key !== null) {
      return !(place instanceof Y.XmlElement) || !isFixed(place.nodeName) || this.#isDeleted(place);
    }
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    if (!(type instanceof Y.XmlElement) || !isFixed(type.nodeName)) return true;
    // A follow-up takes its fields with it.
    return place instanceof Y.XmlElement && isGrowing(place.nodeName) && this.#isDeleted(place);
  }

  #isDeleted(element: Y.XmlElement): boolean {
    const id = element._item?.id;
    return this.#deletions.some(
      ({ client, clock, len }) =>
        id?.client === client && id.clock >= clock && id.clock < clock + len,
    );
  }

  /** Walks up to the lane, if there is one, and asks whether the writer may be there. */
  #isOpen(place: Place): boolean {
    for (let at = place; at instanceof Y.XmlElement || at instanceof Y.XmlText; ) {
      if (at instanceof Y.XmlElement && at.nodeName === "lane") {
        const village = at.getAttribute("village");
        if (typeof village !== "string" || !this.#writer.writesInLane(village)) return false;
      }
      const holder: Y.Item | null | undefined = at._item ?? this.#holders.get(at);
      if (!holder) throw new Refused("malformed");
      at = this.#spotOf(holder).place;
    }
    return true;
  }

  #spotOf(item: Y.Item): Spot {
    // Long runs of siblings point back to each other: walk them with a loop, not by recursion.
    const walked: Y.Item[] = [];
    let spot = this.#spots.get(item);
    for (let at = item; spot === undefined; ) {
      walked.push(at);
      const next = this.#stepUp(at);
      if (next instanceof Y.Item) {
        spot = this.#spots.get(next);
        at = next;
      } else {
        spot = next;
      }
    }
    for (const each of walked) this.#spots.set(each, spot);
    return spot;
  }

  /** The item's spot where it says so itself, else the neighbour that shares its spot. */
  #stepUp(item: Y.Item): Spot | Y.Item {
    const { parent, parentSub: key } = item;
    if (parent instanceof Y.AbstractType) return { place: this.#asPlace(parent), key };
    if (typeof parent === "string") {
      if (parent !== fragmentName) throw new Refused("malformed");
      return { place: "root", key };
    }
    if (parent !== null) {
      const holder = this.#find(parent as Y.ID);
      if (!(holder instanceof Y.Item)) return { place: "gone", key };
      if (holder.content instanceof Y.ContentType) {
        return { place: this.#asPlace(holder.content.type), key };
      }
      if (holder.deleted) return { place: "gone", key };
      throw new Refused("malformed");
    }
    const neighbour = item.origin ?? item.rightOrigin;
    if (!neighbour) throw new Refused("malformed");
    // Yjs integrates an item as gone when a neighbour was collected.
    const found = this.#find(neighbour);
    return found instanceof Y.Item ? found : { place: "gone", key };
  }

  #asPlace(type: unknown): Place {
    if (type instanceof Y.XmlElement || type instanceof Y.XmlText) return type;
    if (type === this.#doc.share.get(fragmentName)) return "root";
    throw new Refused("malformed");
  }

  #find(id: Y.ID): Y.Item | Y.GC {
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      return Y.getItem(this.#doc.store, id) as Y.Item | Y.GC;
    }
    const own = this.#own.get(id.client)?.find((struct) => {
      return id.clock >= struct.id.clock && id.clock < endOf(struct);
    });
    if (!own) throw new Waits();
    return own;
  }
}

function isFixed(nodeName: string): boolean {
  return isContainer(nodeName) && !isGrowing(nodeName);
}

function endOf(struct: Y.Item | Y.GC | undefined): number {
  return struct ? struct.id.clock + struct.length : 0;
}
