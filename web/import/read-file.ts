import { askWorker } from "../export/in-worker.ts";
import { maxDocxBytes } from "./docx-package.ts";
import type { DocxHtml } from "./docx-reader.ts";
import { ImportTrouble, troubleOf } from "./import-trouble.ts";
import { type ReadText, readHtml } from "./read-html.ts";
import type { Dropped } from "./tally.ts";

/** Of a page's HTML from the clipboard. */
const maxHtmlLength = 30_000_000;

/** What a Word file would bring in. @throws ImportTrouble, AbortError */
export async function readFile(file: File, signal: AbortSignal): Promise<ReadText> {
  if (file.size > maxDocxBytes) throw new ImportTrouble("tooLarge");
  const bytes = await file.arrayBuffer().catch((cause) => {
    throw new ImportTrouble("damaged", { cause });
  });
  const start = () =>
    new Worker(new URL("./docx-reader-worker.ts", import.meta.url), { type: "module" });
  try {
    const { html, dropped } = await askWorker<DocxHtml>(start, bytes, {
      signal,
      transfer: [bytes],
    });
    return readPage(html, dropped);
  } catch (error) {
    if (signal.aborted || error instanceof ImportTrouble) throw error;
    throw new ImportTrouble(troubleOf(error), { cause: error });
  }
}

/** What copied words would bring in: an inert document, in which nothing runs and nothing is fetched. */
export function readPage(html: string, dropped: Dropped = {}): ReadText {
  if (html.length > maxHtmlLength) throw new ImportTrouble("tooLarge");
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const text = readHtml(body, dropped);
  if (text.blocks.length === 0) throw new ImportTrouble("empty");
  return text;
}
