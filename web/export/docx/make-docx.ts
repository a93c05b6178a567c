import type { Paper } from "../../../domain/export/paper.ts";
import { askWorker } from "../in-worker.ts";
import type { DocxQuestion } from "./docx-worker.ts";
import type { PaperSize } from "./paper-size.ts";

export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The paper as a Word file, made beside the page. @throws AbortError when it was cancelled */
export function makeDocx(
  paper: Paper,
  size: PaperSize,
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  const start = () => new Worker(new URL("./docx-worker.ts", import.meta.url), { type: "module" });
  const question: DocxQuestion = { paper, size };
  return askWorker<ArrayBuffer>(start, question, signal ? { signal } : {});
}
