/** A thread's quote is 2,000 letters at most; what was typed inside of it comes on top. */
const keptLetters = 10_000;

/**
 * Words that a thread has lost from the text: deleted, cut, or moved to another paragraph in the same
 * edit. Its mark may come back on them, and on nothing else: on other words it is a copy or forged.
 */
export class LostWords {
  readonly #pieces = new Map<string, string[]>();

  lose(threadId: string, pieces: readonly string[]): void {
    const lost = pieces.filter(isFilled);
    if (lost.length === 0) return;
    const all = [...(this.#pieces.get(threadId) ?? []), ...lost];
    let letters = all.reduce((sum, { length }) => sum + length, 0);
    while (letters > keptLetters && all.length > 1) letters -= all.shift()?.length ?? 0;
    this.#pieces.set(threadId, all);
  }

  forget(threadId: string): void {
    this.#pieces.delete(threadId);
  }

  /** Whether these words are of the lost ones, at least for the most part; then they are back. */
  takeBack(threadId: string, words: string): boolean {
    const pieces = this.#pieces.get(threadId) ?? [];
    const around = pieces.findIndex((piece) => piece.includes(words));
    if (around >= 0) {
      const rest = (pieces[around] ?? "").split(words);
      pieces.splice(around, 1, ...[rest[0], rest.slice(1).join(words)].filter(isFilled));
      return true;
    }
    const within = pieces.filter((piece) => words.includes(piece));
    const letters = within.reduce((sum, { length }) => sum + length, 0);
    if (letters * 2 < words.length) return false;
    this.#pieces.set(
      threadId,
      pieces.filter((piece) => !within.includes(piece)),
    );
    return true;
  }
}

function isFilled(piece: string | undefined): piece is string {
  return piece !== undefined && piece !== "";
}
