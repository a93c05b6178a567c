import type { Span } from "./note-places.ts";

interface Piece {
  insert: string;
  attributes: Record<string, unknown>;
}

/** Replaces a text's letters by words that look like the first of them, and can be taken out again. */
export class AcceptedWords {
  readonly #span: Span;
  readonly #words: string;
  readonly #before: Piece[];

  constructor(span: Span, words: string) {
    this.#span = span;
    this.#words = words;
    this.#before = piecesIn(span);
  }

  putIn(): void {
    const { text, index, length } = this.#span;
    if (this.#words !== "") text.insert(index, this.#words, this.#before[0]?.attributes ?? {});
    text.delete(index + this.#words.length, length);
  }

  takeOut(): void {
    const { text, index } = this.#span;
    text.delete(index, this.#words.length);
    let at = index;
    for (const { insert, attributes } of this.#before) {
      text.insert(at, insert, attributes);
      at += insert.length;
    }
  }
}

function piecesIn({ text, index, length }: Span): Piece[] {
  const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  let passed = 0;
  return delta.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== "string") return [];
    const from = Math.max(0, index - passed);
    const to = index + length - passed;
    passed += insert.length;
    const words = insert.slice(from, Math.max(from, to));
    return words === "" ? [] : [{ insert: words, attributes }];
  });
}
