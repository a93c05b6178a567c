import { useMutation } from "@tanstack/react-query";
import { letterheadLines } from "../../domain/letterhead.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { saveFile } from "../design/save-file.ts";
import { fileName } from "../export/file-name.ts";
import { usePaperMessages } from "../messages/use-paper-messages.ts";
import type { LetterheadData } from "./letterhead-query.ts";
import type { PaperSize } from "./paper-size.ts";
import type { PaperWords } from "./word/word-parts.ts";

interface Props {
  name: string;
  letterhead: LetterheadData;
  size: PaperSize;
  foot: readonly string[];
  make: () => PaperWords;
}

/** The same paper as a Word file, made on this device. */
export function PaperWord({ name, letterhead, size, foot, make }: Props) {
  const words = usePaperMessages();
  const making = useMutation({
    mutationFn: async () => {
      const { docxType, makeDocx } = await import("../export/docx/make-docx.ts");
      const kop = letterheadLines.map((line) => letterhead[line]).filter((line) => line !== "");
      const content = await makeDocx({ ...make(), kop, pageFoot: [...foot] }, size);
      saveFile(fileName(name, "docx"), docxType, [content]);
    },
  });
  return (
    <>
      <Button
        size="large"
        icon="down"
        aria-busy={making.isPending}
        onClick={() => making.isPending || making.mutate()}
      >
        {words.word}
      </Button>
      <FailureLine error={making.error} />
    </>
  );
}
