import * as Y from "yjs";
import { attributeValueAllowed, markValueAllowed } from "./attribute-values.ts";
import { closureAt, wholeDocumentIsLocked } from "./closure.ts";
import {
  attributeAllowed,
  childAllowed,
  isContainer,
  isGrowing,
  textAllowed,
} from "./document-shape.ts";
import { FrameDeletions } from "./frame-deletions.ts";
import { FrameStructs } from "./frame-structs.ts";
import { ItemPlaces, type Place, type Spot } from "./item-places.ts";
import { keystrokeClient } from "./keystroke.ts";
import { type Reason, Refused, Waits } from "./refused.ts";
import { frameLimits, isWorthDecoding } from "./update-scan.ts";

export interface Writer {
  /** Whether this client id is the writer's own, or free to become it. */
  ownsClient(client: number): boolean;
  /** Whether the writer may change what stands in this village's lane. */
  writesInLane(villageId: string): boolean;
  /** Whether nobody writes in this container now, or in the whole document (`wholeDocument`). */
  isLocked(containerId: string): boolean;
  /** Whether the writer may change what the room keeps right from the forum. */
  writesForumData: boolean;
  /** Whether this is the room itself, which alone makes, changes and removes fixed containers. */
  isRoom: boolean;
}

export interface Accepted {
  kind: "accepted";
  /** The writer's client ids in it. */
  clients: Set<number>;
  /** Whether it brings structs, and all of them for the first time. */
  isNew: boolean;
  /** How much larger the document gets at most; negative where it shrinks. */
  growthBytes: number;
}

export type Verdict =
  | Accepted
  /** Foundations are missing: another person's change that has not arrived (yet). */
  | { kind: "waits"; missing: Y.ID }
  /** Nothing that anybody sees: a stock client's tidying of formatting in a closed lane. */
  | { kind: "ignored" }
  | { kind: "refused"; reason: Reason };

/**
 * Checks a live frame against the document before anything of it is applied (R4–R6): it is worth
 * decoding and decodes, its structs are the writer's own and leave no gap in the clocks, Yjs can
 * integrate all of them, what it adds fits the schema, and it touches no lane and no fixed
 * container that is closed to the writer, and nothing that is locked. Taken whole or refused whole.
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, writer: Writer): Verdict {
  const client = keystrokeClient(doc, update, writer);
  if (client !== null) {
    const growthBytes = update.byteLength;
    return { kind: "accepted", clients: new Set([client]), isNew: true, growthBytes };
  }
  if (!isWorthDecoding(update, frameLimits)) return { kind: "refused", reason: "malformed" };
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
    if (error instanceof Waits) return { kind: "waits", missing: error.missing };
    throw error;
  }
}

class UpdateCheck {
  readonly #doc: Y.Doc;
  readonly #writer: Writer;
  readonly #frame: FrameStructs;
  readonly #deletions: FrameDeletions;
  readonly #places: ItemPlaces;

  constructor(doc: Y.Doc, decoded: ReturnType<typeof Y.decodeUpdate>, writer: Writer) {
    this.#doc = doc;
    this.#writer = writer;
    this.#frame = new FrameStructs(doc.store, decoded.structs, (id) => writer.ownsClient(id));
    this.#deletions = new FrameDeletions(decoded.ds.clients);
    this.#places = new ItemPlaces(doc, this.#frame);
  }

  verdict(frameBytes: number): Verdict {
    this.#frame.checkOrder();
    const items = [...this.#frame.newItems()];
    for (const item of items) this.#checkItem(item);
    const deleted = [...this.#deletions.items(this.#doc.store, this.#frame)];
    const closed = deleted.flatMap((item) => {
      const reason = this.#whyNotDelete(item);
      return reason ? [{ item, reason }] : [];
    });
    const [first] = closed;
    if (first) {
      const onlyFormatting = closed.every(({ item }) => item.content instanceof Y.ContentFormat);
      if (onlyFormatting && this.#frame.isEmpty) return { kind: "ignored" };
      throw new Refused(first.reason);
    }
    const { clients, isNew } = this.#frame;
    const removed = deleted.reduce((sum, { length }) => sum + length, 0);
    const growthBytes = (items.length > 0 ? frameBytes : 0) - removed;
    return { kind: "accepted", clients, isNew, growthBytes };
  }

  #checkItem(item: Y.Item): void {
    this.#places.checkContinuation(item);
    const { place, key } = this.#places.spotOf(item);
    if (place === "gone") return;
    this.#checkNoLetterIsCut(item);
    const closure = this.#closureOf(place);
    if (closure) throw new Refused(closure);
    if (key !== null) return this.#checkAttribute(item, key, place);
    const { content } = item;
    if (content instanceof Y.ContentDeleted) return;
    if (place instanceof Y.XmlText) {
      if (content instanceof Y.ContentString) return;
      const { key: mark, value } = content instanceof Y.ContentFormat ? content : {};
      if (mark !== undefined && markValueAllowed(mark, value)) return;
      throw new Refused("malformed");
    }
    if (!(content instanceof Y.ContentType)) throw new Refused("malformed");
    this.#checkType(content.type, place === "root" ? "doc" : place.nodeName);
  }

  /**
   * Yjs replaces both halves of a letter beyond 16 bits that something is put into: a change of
   * another's words that no log would name. Who deletes one of the halves is named for it.
   */
  #checkNoLetterIsCut({ origin, rightOrigin }: Y.Item): void {
    const [left, right] = [
      origin && Y.createID(origin.client, origin.clock),
      rightOrigin && Y.createID(rightOrigin.client, rightOrigin.clock - 1),
    ];
    for (const id of [left, right]) {
      if (!id || id.clock < 0) continue;
      const item = this.#frame.find(id);
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
      const at = id.clock - item.id.clock;
      const isCut = isHighSurrogate(item.content.str.charCodeAt(at)) && at + 1 < item.length;
      if (!isCut || item.deleted || this.#deletions.has(id)) continue;
      if (!this.#deletions.has(Y.createID(id.client, id.clock + 1))) throw new Refused("malformed");
    }
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
    if (!this.#isFixed(element.nodeName)) return true;
    return element.nodeName === "field" && parentName === "followUp";
  }

  #checkAttribute({ content }: Y.Item, key: string, place: Place): void {
    if (!(place instanceof Y.XmlElement) || !attributeAllowed(place.nodeName, key)) {
      throw new Refused("malformed");
    }
    if (content instanceof Y.ContentAny) {
      const isAllowed = (value: unknown) => attributeValueAllowed(key, value);
      if (!content.arr.every(isAllowed)) throw new Refused("malformed");
    } else if (!(content instanceof Y.ContentDeleted)) {
      throw new Refused("malformed");
    }
    if (this.#isFixed(place.nodeName) && !this.#frame.holderOf(place)) {
      throw new Refused("closedContainer");
    }
  }

  #whyNotDelete(item: Y.Item): Reason | null {
    const spot = this.#places.spotOf(item);
    if (spot.place === "gone") return null;
    return this.#closureOf(spot.place) ?? (this.#mayDelete(item, spot) ? null : "closedContainer");
  }

  #mayDelete(item: Y.Item, { place, key }: Spot): boolean {
    if (key !== null) {
      return (
        !(place instanceof Y.XmlElement) || !this.#isFixed(place.nodeName) || this.#isDeleted(place)
      );
    }
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    if (!(type instanceof Y.XmlElement) || !this.#isFixed(type.nodeName)) return true;
    // A follow-up takes its fields with it.
    return place instanceof Y.XmlElement && isGrowing(place.nodeName) && this.#isDeleted(place);
  }

  #isFixed(nodeName: string): boolean {
    return !this.#writer.isRoom && isContainer(nodeName) && !isGrowing(nodeName);
  }

  #isDeleted(element: Y.XmlElement): boolean {
    return element._item !== null && this.#deletions.has(element._item.id);
  }

  /** Walks up to the root: what of all this around it is closed to the writer, if anything is. */
  #closureOf(place: Place): Reason | null {
    for (const at of this.#places.around(place)) {
      const closure = at instanceof Y.XmlElement ? closureAt(at, this.#writer) : null;
      if (closure) return closure;
    }
    return wholeDocumentIsLocked(this.#writer) ? "sectionLocked" : null;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
