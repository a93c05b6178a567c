import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { Random } from "../../party/testing/random.ts";

/** A stretch of typing, then a shorter one of taking back; one in three starts elsewhere. */
const stretch = { typed: 24, deleted: 10 };

/** Somebody who types and deletes, letter by letter, in the lanes of one village. */
export class Typist {
  readonly #lanes: Y.XmlElement[];
  readonly #random: Random;
  #text: Y.XmlText | null = null;
  #caret = 0;
  #left = 0;
  #isTyping = false;

  constructor(doc: Y.Doc, village: string, random: Random) {
    this.#random = random;
    this.#lanes = [...doc.getXmlFragment(fragmentName).createTreeWalker(() => true)].filter(
      (node): node is Y.XmlElement =>
        node instanceof Y.XmlElement && node.getAttribute("village") === village,
    );
  }

  /** One letter more or less. @param share of the forum's time that is over */
  type(share: number): void {
    if (this.#left-- <= 0) this.#turn(share);
    const text = this.#text?._item?.deleted === false ? this.#text : this.#begin(share);
    this.#caret = Math.min(this.#caret, text.length);
    if (this.#isTyping || this.#caret === 0) {
      text.insert(this.#caret++, this.#random.below(6) === 0 ? " " : letterOf(this.#random));
    } else {
      text.delete(--this.#caret, 1);
    }
  }

  #turn(share: number): void {
    this.#isTyping = !this.#isTyping;
    const length = this.#isTyping ? stretch.typed : stretch.deleted;
    this.#left = 1 + this.#random.below(2 * length);
    if (this.#isTyping && this.#random.below(3) === 0) this.#begin(share);
  }

  /** Somewhere in the lane of the item that is being talked about. */
  #begin(share: number): Y.XmlText {
    const lane = this.#lanes[Math.floor(share * this.#lanes.length)] ?? this.#lanes[0];
    if (!lane) throw new Error("no lane");
    const texts = [...lane.createTreeWalker(() => true)].filter(
      (node) => node instanceof Y.XmlText,
    );
    const text = texts.length > 0 ? this.#random.of(texts) : newParagraph(lane);
    this.#caret = this.#random.below(text.length + 1);
    this.#text = text;
    return text;
  }
}

function newParagraph(lane: Y.XmlElement): Y.XmlText {
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  lane.insert(lane.length, [paragraph]);
  return text;
}

function letterOf(random: Random): string {
  return random.of([..."aiuenkgtsrdmplbhjwyo"]);
}
