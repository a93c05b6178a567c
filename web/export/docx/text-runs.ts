import { CarriageReturn, ExternalHyperlink, type ParagraphChild, TextRun } from "docx";
import type { Run } from "../../../domain/export/paper.ts";

/** @param size in half points; the paragraph's own where it is left out */
export function wordRuns(runs: readonly Run[], size?: number): ParagraphChild[] {
  return runs.map(({ text, bold, italic, underline, strike, href }) => {
    const run = new TextRun({
      // Each line of it, the second and every later one after a break.
      children: text
        .split("\n")
        .flatMap((line, at) => (at === 0 ? [line] : [new CarriageReturn(), line])),
      ...(bold && { bold }),
      ...(italic && { italics: true }),
      ...(underline && { underline: {} }),
      ...(strike && { strike }),
      ...(href !== undefined && { style: "Hyperlink" }),
      ...(size && { size }),
    });
    return href === undefined ? run : new ExternalHyperlink({ link: href, children: [run] });
  });
}
