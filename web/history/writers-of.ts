import type { ComparedText } from "../../party/history/history-view.ts";

/** A piece of selected text, and numbers of the origins that made it what it is. */
export interface WrittenPart {
  text: string;
  writtenBy: number;
  deletedBy: number | undefined;
  markedBy: number | undefined;
}

/** A text of the document, and which part of it is selected, in UTF-16 units. */
export interface SelectedRun {
  text: ComparedText;
  start: number;
  end: number;
}

/** Who wrote the selected words and who changed them since; neighbours of one hand are one part. */
export function writersOf(runs: readonly SelectedRun[]): WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (const { text, start, end } of runs) {
    const words = text.text.slice(start, end);
    if (words.trim() === "") continue;
    const { writtenBy, deletedBy, markedBy } = text;
    const last = parts.at(-1);
    const continues =
      last?.writtenBy === writtenBy && last.deletedBy === deletedBy && last.markedBy === markedBy;
    if (continues) last.text += words;
    else parts.push({ text: words, writtenBy, deletedBy, markedBy });
  }
  return parts;
}
