/**
 * Which roots an Indonesian word may have, so that "mengelola", "pengelolaan" and "kelola" find each
 * other. Without a list of words nobody knows whether "mengukur" has lost a k ("ukur"): both are
 * roots then, and two words are of one family where they share one (docs/decisions/0037).
 */

/** Fewer letters carry no meaning; of a word that has lost nothing before it, one more has to stay. */
const shortestRoot = 3;
const shortestBareRoot = 4;
const shortestAffixed = 5;
const mostRoots = 8;
/** As in ke-ber-lanjut-an, mem-per-timbang-kan. */
const mostBeginnings = 3;

/** Words that end or begin like an affix and have none. */
const whole = new Set(
  "masalah sekolah jumlah adalah setelah sesudah apakah sekretaris kepala ketua perangkat peta peran perlu terima berita seperti sebagai kepada terhadap kecuali kemudian sesuai".split(
    " ",
  ),
);

/** Written as one word with affixes and as two without, or changed at its end. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  tindaklanjut: ["tindak", "lanjut"],
  tanggungjawab: ["tanggung", "jawab"],
  kerjasama: ["kerja", "sama"],
  ikutserta: ["ikut", "serta"],
  serahterima: ["serah", "terima"],
  musyawarat: ["musyawarah"],
};

/** Texts say the same words again and again. */
const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;

/**
 * The roots of a word without accents and in small letters, itself not among them; the same word has
 * the same roots for ever, since what is indexed was made with them.
 */
export function rootsOf(word: string): readonly string[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const roots = findRoots(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, roots);
  return roots;
}

function findRoots(word: string): readonly string[] {
  if (word.length < shortestAffixed || !/^[a-z]+$/.test(word) || whole.has(word)) return [];
  const roots = new Set<string>();
  for (const base of withoutParticles(word)) {
    for (const root of rootsOfBase(base, base !== word)) {
      for (const each of [root, ...(irregular[root] ?? [])]) roots.add(each);
    }
  }
  roots.delete(word);
  return [...roots].slice(0, mostRoots);
}

/** The word, and what is left of it where -lah, -nya and the like are none of its own letters. */
function withoutParticles(word: string): Set<string> {
  const bases = [word];
  for (const particle of ["lah", "kah", "pun"]) bases.push(...without(word, particle, 4));
  for (const base of [...bases]) {
    bases.push(...without(base, "nya", 3));
    for (const possessive of ["ku", "mu"]) bases.push(...without(base, possessive, 4));
  }
  return new Set(bases);
}

/** @param lost whether it is shorter than the word as it was written */
function rootsOfBase(base: string, lost: boolean): string[] {
  const shortened = ["kan", "an", "i"].flatMap((ending) => without(base, ending, 3));
  const roots = shortened.flatMap((each) => withoutBeginnings(each, true));
  // An ending that leaves no more than a syllable was none: "bertahan".
  const isEnding = roots.some((root) => root.length >= shortestBareRoot);
  return isEnding ? roots : [...roots, ...withoutBeginnings(base, lost)];
}

function without(word: string, ending: string, leastLeft: number): string[] {
  const left = word.slice(0, -ending.length);
  return word.endsWith(ending) && left.length >= leastLeft ? [left] : [];
}

function withoutBeginnings(base: string, lost: boolean, mayLose = mostBeginnings): string[] {
  const isFirst = mayLose === mostBeginnings;
  const shorter = whole.has(base) || mayLose === 0 ? [] : beginningsOff(base, isFirst && lost);
  const further = shorter.flatMap((each) => withoutBeginnings(each, true, mayLose - 1));
  if (further.length > 0) return further;
  const least = isFirst ? shortestBareRoot : shortestRoot;
  return lost && base.length >= least ? [base] : [];
}

const vowel = /^[aeiou]/;

/** What may be left of a word without its first affix; what it lost to the affix is put back. */
function beginningsOff(word: string, lostAnEnding: boolean): string[] {
  const after = (length: number) => word.slice(length);
  const found: string[] = [];
  if (/^[mp]e(m|ny|ng|n)/.test(word)) found.push(...withoutNasal(word));
  else if (/^me[lrwy]|^pe[^aeiou]/.test(word)) found.push(after(2));
  if (/^(ber|ter|per)/.test(word)) found.push(after(3));
  // A root's own r swallows that of the affix, and one in its first syllable too.
  if (/^[bt]e(r|[^aeiou]er)/.test(word)) found.push(after(2));
  if (/^(bel|pel)ajar/.test(word)) found.push(after(3));
  if (word.startsWith("di")) found.push(after(2));
  const isLong = word.length >= 2 + shortestBareRoot;
  if (word.startsWith("ke") && (lostAnEnding || isLong)) found.push(after(2));
  if (word.startsWith("se") && isLong) found.push(after(2));
  return found.filter(isSpeakable);
}

/** me- and pe- before the sounds that they fuse with. */
function withoutNasal(word: string): string[] {
  const [two, three, four] = [word.slice(2), word.slice(3), word.slice(4)];
  if (word.startsWith("ny", 2)) return [`s${four}`, two];
  if (word.startsWith("ng", 2)) {
    // Before one syllable: mengecek, pengesahan.
    const isShort = /^e[^aeiou]+[aeiou][^aeiou]*$/.test(four);
    return [four, ...(vowel.test(four) ? [`k${four}`] : []), ...(isShort ? [word.slice(5)] : [])];
  }
  const swallowed = word[2] === "n" ? "t" : "p";
  return vowel.test(three) ? [`${swallowed}${three}`, two] : [three];
}

/** A root begins with a vowel, or with what Indonesian has before one. */
function isSpeakable(root: string): boolean {
  if (root.length < shortestRoot) return false;
  return /^(?:[^aeiou]?[aeiou]|(?:[bcdfgkpst][lr]|ny|ng|sy|kh|s[tkpw]|tr|str)[aeiou])/.test(root);
}
