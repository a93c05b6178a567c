import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { isContainer, textAllowed } from "../checks/document-shape.ts";
import { typeOf } from "./kept-items.ts";

/** Numbers for the innermost container around a change, and for the block of text that it is in. */
interface TouchedPlace {
  container: number | null;
  block: number | null;
}

type Placed = Y.XmlElement | Y.XmlText;

/** Gives containers and blocks of text numbers, by the ids of the items that brought them. */
export class TouchedPlaces {
  readonly #ids: Y.ID[] = [];
  #elements: Y.XmlElement[] = [];
  readonly #numbers = new Map<Y.XmlElement, number>();
  readonly #known = new Map<unknown, TouchedPlace>();

  /** Where an item stands; of a node, what it is itself. */
  of(item: Y.Item): TouchedPlace {
    const type = typeOf(item);
    const at = type instanceof Y.XmlElement ? type : item.parent;
    if (!(at instanceof Y.XmlElement || at instanceof Y.XmlText)) return nowhere;
    const known = this.#known.get(at);
    if (known) return known;
    const found = { container: this.#containerOf(at), block: this.#blockOf(at) };
    this.#known.set(at, found);
    return found;
  }

  element(number: number): Y.XmlElement {
    const element = this.#elements[number];
    if (!element) throw new Error(`no element ${number}`);
    return element;
  }

  write(encoder: encoding.Encoder): void {
    encoding.writeVarUint(encoder, this.#ids.length);
    for (const { client, clock } of this.#ids) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  }

  /** To be resolved in its document before anything is asked of it. */
  static read(decoder: decoding.Decoder): TouchedPlaces {
    const places = new TouchedPlaces();
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      places.#ids.push(Y.createID(client, decoding.readVarUint(decoder)));
    }
    return places;
  }

  /** @throws when the document is not the one of these ids */
  resolve(doc: Y.Doc): void {
    this.#elements = this.#ids.map((id) => {
      const item: unknown = Y.getItem(doc.store, id);
      const element = item instanceof Y.Item ? typeOf(item) : null;
      if (!(element instanceof Y.XmlElement)) throw new Error("an element is not there");
      return element;
    });
    for (const [number, element] of this.#elements.entries()) this.#numbers.set(element, number);
  }

  #containerOf(at: Placed): number | null {
    for (const element of elementsAround(at)) {
      if (isContainer(element.nodeName) && element.nodeName !== "field") {
        return this.#numberOf(element);
      }
    }
    return null;
  }

  #blockOf(at: Placed): number | null {
    const [element] = elementsAround(at);
    return element && textAllowed(element.nodeName) ? this.#numberOf(element) : null;
  }

  #numberOf(element: Y.XmlElement): number | null {
    const known = this.#numbers.get(element);
    if (known !== undefined || !element._item) return known ?? null;
    const number = this.#ids.push(element._item.id) - 1;
    this.#elements.push(element);
    this.#numbers.set(element, number);
    return number;
  }
}

const nowhere: TouchedPlace = { container: null, block: null };

/** The elements around a place, itself first where it is one. */
export function* elementsAround(at: Placed): Generator<Y.XmlElement> {
  for (let type: unknown = at; type instanceof Y.XmlElement || type instanceof Y.XmlText; ) {
    if (type instanceof Y.XmlElement) yield type;
    type = type._item?.parent;
  }
}
