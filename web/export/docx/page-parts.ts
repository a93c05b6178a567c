import { BorderStyle, Footer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from "docx";
import type { Paper } from "../../../domain/export/paper.ts";

/** The office's name above a double rule, what paper this is, and what it is about. */
export function frontMatter({ kop, heading, title }: Paper): Paragraph[] {
  const rule = { style: BorderStyle.DOUBLE, size: 12, space: 4, color: "1A1A1A" };
  return [
    ...kop.map(
      (line, at) =>
        new Paragraph({
          style: "Kop",
          children: [new TextRun(line)],
          ...(at === kop.length - 1 && { border: { bottom: rule }, spacing: { after: 240 } }),
        }),
    ),
    ...(heading === ""
      ? []
      : [new Paragraph({ style: "Title", children: [new TextRun(heading)] })]),
    ...(title === "" ? [] : [new Paragraph({ style: "Subject", children: [new TextRun(title)] })]),
  ];
}

/** On every page, as wide as its text: by what the text is checked, and "halaman x dari y". */
export function pageFooter(lines: readonly string[], width: number): Footer {
  return new Footer({
    children: [
      ...lines.map((line) => new Paragraph({ style: "PageFoot", children: [new TextRun(line)] })),
      new Paragraph({
        style: "PageFoot",
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({
            children: [new Tab(), "halaman ", PageNumber.CURRENT, " dari ", PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

/** On the right, kept on one page; an empty line is room for a hand. */
export function signatureBlock(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line, at) =>
      new Paragraph({
        style: "Signature",
        children: [new TextRun(line)],
        ...(at === 0 && { spacing: { before: 480 } }),
        ...(at === lines.length - 1 && { keepNext: false }),
      }),
  );
}
