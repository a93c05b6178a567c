const maxUnits = 90;

/** The beginning and the end of long words, so that both ends are known again. */
export function excerptOf(text: string): string {
  const words = text.trim().replace(/\s+/g, " ");
  if (words.length <= maxUnits) return words;
  const [start, end] = [words.slice(0, maxUnits - 24), words.slice(-20)];
  return `${start.replace(/\s*\S*$/, "")} … ${end.replace(/^\S*\s*/, "")}`;
}
