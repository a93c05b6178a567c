import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { endOf, type FrameStructs } from "./frame-structs.ts";
import { Refused } from "./refused.ts";

/** Where a changed item stands: in an element, in a text, at the root, or in what is gone. */
export type Place = Y.XmlElement | Y.XmlText | "root" | "gone";

/** A place and, for an attribute, its key; null for a child. */
export interface Spot {
  place: Place;
  key: string | null;
}

/** Elements within elements: lists in lists and tables in cells stay far below. Every browser walks them by recursion. */
const maxDepth = 64;

/** Finds where items of a frame will stand, as Yjs will decide it, before it does. */
export class ItemPlaces {
  readonly #doc: Y.Doc;
  readonly #frame: FrameStructs;
  readonly #spots = new Map<Y.Item, Spot>();

  constructor(doc: Y.Doc, frame: FrameStructs) {
    this.#doc = doc;
    this.#frame = frame;
  }

  /** @throws Refused when it stands nowhere, or in two places at once */
  spotOf(item: Y.Item): Spot {
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

  /**
   * Of an item whose beginning is known, Yjs puts the rest behind that beginning, whatever
   * neighbours the frame names.
   * @throws Refused when these are elsewhere
   */
  checkContinuation(item: Y.Item): void {
    const known = Y.getState(this.#doc.store, item.id.client);
    if (item.id.clock >= known || endOf(item) <= known) return;
    const beginning = Y.getItem(this.#doc.store, Y.createID(item.id.client, known - 1)) as unknown;
    const { place, key } = this.spotOf(item);
    if (place === "gone") return;
    if (!(beginning instanceof Y.Item)) throw new Refused("malformed");
    const before = this.spotOf(beginning);
    if (before.place !== place || before.key !== key) throw new Refused("malformed");
  }

  /** The elements and texts around a place, innermost first. @throws Refused when it is too deep */
  *around(place: Place): Generator<Y.XmlElement | Y.XmlText> {
    let depth = 0;
    for (let at = place; at instanceof Y.XmlElement || at instanceof Y.XmlText; ) {
      if (++depth > maxDepth) throw new Refused("malformed");
      yield at;
      const holder: Y.Item | null = at._item ?? this.#frame.holderOf(at);
      if (!holder) throw new Refused("malformed");
      at = this.spotOf(holder).place;
    }
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
      const holder = this.#frame.find(parent as Y.ID);
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
    const found = this.#frame.find(neighbour);
    return found instanceof Y.Item ? found : { place: "gone", key };
  }

  #asPlace(type: unknown): Place {
    if (type instanceof Y.XmlElement || type instanceof Y.XmlText) return type;
    if (type === this.#doc.share.get(fragmentName)) return "root";
    throw new Refused("malformed");
  }
}
