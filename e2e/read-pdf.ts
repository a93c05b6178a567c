import { getDocumentProxy } from "unpdf";

export interface PdfWord {
  text: string;
  /** In mm from the page's left upper corner. */
  left: number;
  right: number;
  bottom: number;
}

export interface PdfPage {
  widthMm: number;
  heightMm: number;
  pieces: PdfWord[];
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
    const pieces: PdfWord[] = [];
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

/** How often each word stands there. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/\s+/)) {
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
