/** What a text is searched by: its words as the index and the marks see them. */

const wordPattern = /[\p{L}\p{N}]+/gu;
const accents = /\p{M}/gu;

/** A word in small letters and without accents, as the database's tokenizer has it. */
export function foldWord(word: string): string {
  return word.normalize("NFD").replace(accents, "").toLowerCase();
}

/** Text as it is indexed: one form of each letter, whole letters only. */
export function indexableText(text: string): string {
  return text.toWellFormed().normalize("NFC");
}

/** The words of a text in their order, each with its place in UTF-16 units. */
export function* placedWords(text: string): Generator<{ word: string; at: number; end: number }> {
  for (const { 0: written, index: at } of text.matchAll(wordPattern)) {
    yield { word: foldWord(written), at, end: at + written.length };
  }
}

/** Each word of a text once, folded. */
export function wordsIn(text: string): Set<string> {
  const words = new Set<string>();
  for (const [written] of text.matchAll(wordPattern)) words.add(foldWord(written));
  return words;
}
