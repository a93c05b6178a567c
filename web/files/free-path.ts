/**
 * Where a file lies in a ZIP: under its own name, or one with a number where that is taken.
 * @param folder "." for none
 */
export function freePath(taken: Set<string>, folder: string, name: string): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot < 1 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  const begin = folder === "." ? "" : `${folder}/`;
  for (let n = 1; ; n++) {
    const path = `${begin}${stem}${n === 1 ? "" : ` (${n})`}${ending}`;
    // Some file systems do not tell large letters from small ones.
    if (taken.has(path.toLowerCase())) continue;
    taken.add(path.toLowerCase());
    return path;
  }
}
