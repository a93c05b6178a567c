import { getDocumentProxy } from "unpdf";
import type { ReadingNode } from "../domain/document/reading-node.ts";

interface PdfPiece {
  text: string;
  /** In mm from the page's left upper corner. */
  left: number;
  right: number;
  bottom: number;
}

export interface PdfPage {
  widthMm: number;
  heightMm: number;
  pieces: PdfPiece[];
  /** Everything on it, in the order in which it was drawn. */
  text: string;
}

const mmPerPoint = 25.4 / 72;

/** The pages of a PDF with their sizes, and every piece of text with its place. */
export async function readPdf(file: Uint8Array): Promise<PdfPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    const pieces: PdfPiece[] = [];
    let text = "";
    for (const item of items) {
      if (!("str" in item)) continue;
      text += item.str + (item.hasEOL ? "\n" : "");
      if (item.str.trim() === "") continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      pieces.push({
        text: item.str,
        left: (x - left) * mmPerPoint,
        right: (x + item.width - left) * mmPerPoint,
        bottom: (top - y) * mmPerPoint,
      });
    }
    const [widthMm, heightMm] = [(right - left) * mmPerPoint, (top - bottom) * mmPerPoint];
    pages.push({ widthMm, heightMm, pieces, text });
  }
  return pages;
}

export function textOf(pages: readonly PdfPage[]): string {
  return pages.map(({ text }) => text).join("\n");
}

/** The pieces of text that do not lie within their page, as far as a printer reaches. */
export function piecesOutside(pages: readonly PdfPage[]): string[] {
  return pages.flatMap(({ widthMm, heightMm, pieces }, at) =>
    pieces
      .filter(
        ({ left, right, bottom }) =>
          left < 10 || right > widthMm - 10 || bottom < 10 || bottom > heightMm - 3,
      )
      .map(({ text }) => `page ${at + 1}: ${text}`),
  );
}

/**
 * The words of a document that stand on paper less often than in it, such as one that was cut or
 * broken in two. The word that opens a conclusion gives way to its column.
 */
export function missingWords(reading: ReadingNode, pages: readonly PdfPage[]): string[] {
  const written = countWords(wordsIn(reading));
  const onPaper = countWords(textOf(pages));
  written.delete("Kesimpulan:");
  return [...written]
    .filter(([word, count]) => (onPaper.get(word) ?? 0) < count)
    .map(([word]) => word);
}

function wordsIn({ type, text = "", content = [] }: ReadingNode): string {
  return type === "text" ? text : content.map(wordsIn).join(" ");
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/)) {
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
