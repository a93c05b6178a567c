import type { Paper } from "../../../domain/export/paper.ts";
import type { PaperSize } from "./paper-size.ts";
import { writeDocx } from "./write-docx.ts";

export interface DocxQuestion {
  paper: Paper;
  size: PaperSize;
}

self.onmessage = async ({ data: { paper, size } }: MessageEvent<DocxQuestion>) => {
  try {
    const answer = await writeDocx(paper, size);
    self.postMessage({ answer }, { transfer: [answer] });
  } catch (error) {
    self.postMessage({ failed: error instanceof Error ? error.name : "Error" });
  }
};
