const titles = /\b(dr|drs|dra|ir|hj?|kh|bapak|pak|ibu|bu|s\.?\w{1,4}|m\.?\w{1,3})\.(?=\s|,|$)/g;

/** A name without case, accents, titles and signs, for comparing; never for showing. */
function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(titles, " ")
    .replace(/['’`‘]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** From 0, nothing in common, to 1, the same: how many pairs of letters both names have (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(foldName(one)), pairsOf(foldName(other))];
  if (a.length + b.length === 0) return 0;
  const left = [...b];
  const common = a.filter((pair) => {
    const place = left.indexOf(pair);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
  return (2 * common.length) / (a.length + b.length);
}

function pairsOf(folded: string): string[] {
  return folded
    .split(" ")
    .filter(Boolean)
    .flatMap((word) => {
      const framed = ` ${word} `;
      return Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2));
    });
}
