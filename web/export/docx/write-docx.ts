import { Document, Packer, SectionType } from "docx";
import type { Paper } from "../../../domain/export/paper.ts";
import { BlockWriter } from "./block-writer.ts";
import { frontMatter, pageFooter, signatureBlock } from "./page-parts.ts";
import { type PaperSize, pageMargins, paperSizes, textWidth } from "./paper-size.ts";
import { documentStyles } from "./styles.ts";

/** The paper as an Office Open XML file, which Word and LibreOffice open without repairing anything. */
export async function writeDocx(paper: Paper, size: PaperSize): Promise<ArrayBuffer> {
  const writer = new BlockWriter();
  const width = textWidth(size);
  const body = [
    ...frontMatter(paper),
    ...writer.write(paper.blocks, width),
    ...writer.write(paper.foot, width),
    ...signatureBlock(paper.signature),
  ];
  const document = new Document({
    creator: "Sinau Bareng",
    title: [paper.heading, paper.title].filter((part) => part !== "").join(": "),
    styles: documentStyles,
    numbering: { config: writer.numbering() },
    sections: [
      {
        properties: {
          type: SectionType.NEXT_PAGE,
          page: { size: paperSizes[size], margin: pageMargins },
        },
        footers: { default: pageFooter(paper.pageFoot, width) },
        children: body,
      },
    ],
  });
  return Packer.toArrayBuffer(document);
}
