import type { Run } from "./paper.ts";

/** Runs as lines of a paragraph; a line's end in them is a hard break. */
export function asParagraph(runs: readonly Run[]): string[] {
  const lines = inlineOf(runs, "\n")
    .split("\n")
    .map((line) => guardStart(line.trim()))
    .filter((line) => line !== "");
  return lines.map((line, at) => (at < lines.length - 1 ? `${line}\\` : line));
}

/** @param lineEnd what stands for a line's end inside of the runs */
export function inlineOf(runs: readonly Run[], lineEnd: string): string {
  return runs
    .map((run, at) => {
      const isNextToMarked = isMarked(runs[at - 1]) || isMarked(runs[at + 1]);
      const pieces = run.text
        .split("\n")
        .map((piece) => dressed(piece, run, isNextToMarked, runs[at + 1]?.href !== undefined));
      return pieces.join(lineEnd);
    })
    .join("");
}

function dressed(piece: string, run: Run, isNextToMarked: boolean, isBeforeLink: boolean): string {
  const text = piece.trim();
  if (text === "") return piece;
  const [before, after] = [
    piece.slice(0, piece.indexOf(text)),
    piece.slice(piece.indexOf(text) + text.length),
  ];
  const marks = (["bold", "italic", "strike", "underline"] as const).filter((mark) => run[mark]);
  // Signs beside other signs, or beside punctuation, are read in more than one way.
  const isPlain =
    marks.length === 1 && !isNextToMarked && /^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/u.test(text);
  let inner = escaped(text);
  if (isBeforeLink && after === "") inner = inner.replace(/!$/, "\\!");
  for (const mark of marks) {
    const { sign, tag } = signs[mark];
    inner = isPlain && sign !== null ? sign + inner + sign : `<${tag}>${inner}</${tag}>`;
  }
  if (run.href !== undefined) inner = `[${inner}](<${addressOf(run.href)}>)`;
  return before + inner + after;
}

const signs = {
  bold: { sign: "**", tag: "strong" },
  italic: { sign: "*", tag: "em" },
  strike: { sign: "~~", tag: "s" },
  underline: { sign: null, tag: "u" },
} as const;

function isMarked(run: Run | undefined): boolean {
  return Boolean(run && (run.bold || run.italic || run.strike || run.underline || run.href));
}

/** So that nothing in the text is a sign of Markdown or HTML. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>~|]/g, "\\$&").replaceAll(/&(?=[#\w])/g, "\\&");
}

/** What is a sign only at a line's start. */
function guardStart(line: string): string {
  return line.replace(/^[#+\-=:]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

function addressOf(href: string): string {
  return href.replaceAll(/[<>\\\s|]/g, (letter) => encodeURIComponent(letter));
}
