/** A run of words that both texts have, or one of them alone. */
export interface WordChange {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Beyond it a comparison would take long, and would be no easier to read than both texts. */
const maxWords = 400;

/** What becomes of `before` in `after`, word by word. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, fresh] = [splitWords(before), splitWords(after)];
  if (old.length > maxWords || fresh.length > maxWords) {
    return joinRuns([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  }
  const common = commonLengths(old, fresh);
  const at = (row: number, column: number) => common[row * (fresh.length + 1) + column] ?? 0;
  const changes: WordChange[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [from, to] = [old[row], fresh[column]];
    if (from !== undefined && from === to) {
      changes.push({ kind: "same", text: from });
      row++;
      column++;
    } else if (
      from !== undefined &&
      (to === undefined || at(row + 1, column) >= at(row, column + 1))
    ) {
      changes.push({ kind: "removed", text: from });
      row++;
    } else {
      changes.push({ kind: "added", text: to ?? "" });
      column++;
    }
  }
  return joinRuns(changes);
}

/** Words and what stands between them, so that joined they are the text again. */
function splitWords(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** For every pair of places, how many words both have in common from there on. */
function commonLengths(old: string[], fresh: string[]): Uint16Array {
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = fresh.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(
              lengths[(row + 1) * width + column] ?? 0,
              lengths[row * width + column + 1] ?? 0,
            );
    }
  }
  return lengths;
}

/** Removed words before added ones, a space between two changed words with them. */
function joinRuns(changes: WordChange[]): WordChange[] {
  const runs: WordChange[] = [];
  let [removed, added] = ["", ""];
  const settle = () => {
    if (removed !== "") runs.push({ kind: "removed", text: removed });
    if (added !== "") runs.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  changes.forEach(({ kind, text }, place) => {
    const isBetween =
      kind === "same" &&
      text.trim() === "" &&
      changes[place + 1]?.kind !== "same" &&
      place + 1 < changes.length;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (isBetween && removed !== "" && added !== "")
      [removed, added] = [removed + text, added + text];
    else {
      settle();
      const last = runs.at(-1);
      if (last?.kind === "same") last.text += text;
      else runs.push({ kind: "same", text });
    }
  });
  settle();
  return runs;
}
