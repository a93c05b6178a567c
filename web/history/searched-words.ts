/** As many as the timeline's search takes. */
const maxUnits = 100;

/** Of selected words, those by which the timeline finds their place: whole ones, from the start. */
export function searchedWords(text: string): string {
  const words = text.trim().replace(/\s+/g, " ");
  if (words.length <= maxUnits) return words;
  return words.slice(0, maxUnits).replace(/\s+\S*$/, "");
}
