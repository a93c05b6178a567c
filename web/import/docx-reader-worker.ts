import { readDocx } from "./docx-reader.ts";

self.onmessage = async ({ data }: MessageEvent<ArrayBuffer>) => {
  try {
    self.postMessage({ answer: await readDocx(data) });
  } catch (error) {
    self.postMessage({ failed: error instanceof Error ? error.name : "Error" });
  }
};
