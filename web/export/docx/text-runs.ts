import { ExternalHyperlink, type ParagraphChild, TextRun } from "docx";
import type { Run } from "../../../domain/export/paper.ts";

/** @param size in half points; the paragraph's own where it is left out */
export function wordRuns(runs: readonly Run[], size?: number): ParagraphChild[] {
  return runs.flatMap(({ text, bold, italic, underline, strike, href }): ParagraphChild[] => {
    const lines = text.split("\n").map(
      (line, at) =>
        new TextRun({
          text: line,
          ...(at > 0 && { break: 1 }),
          ...(bold && { bold }),
          ...(italic && { italics: true }),
          ...(underline && { underline: {} }),
          ...(strike && { strike }),
          ...(href !== undefined && { style: "Hyperlink" }),
          ...(size && { size }),
        }),
    );
    return href === undefined ? lines : [new ExternalHyperlink({ link: href, children: lines })];
  });
}
