import mammoth from "mammoth";
import { textOnly } from "./docx-package.ts";
import { ImportTrouble } from "./import-trouble.ts";
import type { Dropped } from "./tally.ts";

export interface DocxHtml {
  html: string;
  dropped: Dropped;
}

/** The styles that Word and LibreOffice give what a document keeps. */
const styleMap = [
  "u => u",
  "strike => s",
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Judul'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "comment-reference => ",
];

/** @throws ImportTrouble */
export async function readDocx(file: ArrayBuffer): Promise<DocxHtml> {
  const { docx, dropped } = textOnly(new Uint8Array(file));
  try {
    const { value: html } = await mammoth.convertToHtml(inputOf(docx), {
      styleMap,
      ignoreEmptyParagraphs: true,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    });
    return { html, dropped };
  } catch (error) {
    throw new ImportTrouble("damaged", { cause: error });
  }
}

/** In Node the library takes a Buffer in its place. */
function inputOf(docx: Uint8Array<ArrayBuffer>) {
  return { arrayBuffer: docx.buffer, buffer: docx } as unknown as { arrayBuffer: ArrayBuffer };
}
