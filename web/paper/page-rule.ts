import { type PaperSize, paperMargins, paperSizes } from "./paper-size.ts";

/**
 * The pages of a paper, upright and turned: their size, "halaman x dari y" and, at the foot of each,
 * lines of its own.
 * @param foot the lines, from the top
 */
export function pageRule(size: PaperSize, foot: readonly string[]): string {
  const { widthMm, heightMm } = paperSizes[size];
  const inside = rulesInside(foot);
  return `@page paper { size: ${widthMm}mm ${heightMm}mm; ${inside} }
@page paper-turned { size: ${heightMm}mm ${widthMm}mm; ${inside} }`;
}

function rulesInside(foot: readonly string[]): string {
  const { topMm, rightMm, bottomMm, leftMm } = paperMargins;
  const font = "font: 8pt/1.3 Arial, sans-serif; color: #000; vertical-align: top;";
  return `margin: ${topMm}mm ${rightMm}mm ${bottomMm}mm ${leftMm}mm;
  @bottom-left {
    content: ${foot.length > 0 ? foot.map(quoted).join(' "\\A" ') : '""'};
    inline-size: 78%; padding-block-start: 4mm; white-space: pre-line; text-align: start; ${font}
  }
  @bottom-right {
    content: "halaman " counter(page) " dari " counter(pages);
    inline-size: 22%; padding-block-start: 4mm; text-align: end; ${font}
  }`;
}

/** A string of CSS: what is no plain letter of a line is written by its number. */
function quoted(text: string): string {
  const escaped = text.replaceAll(
    /["\\\p{Cc}]/gu,
    (letter) => `\\${letter.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped}"`;
}
