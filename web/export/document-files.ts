import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { documentJson } from "../../domain/export/document-json.ts";
import { paperMarkdown } from "../../domain/export/markdown.ts";
import type { LetterheadLines } from "../../domain/letterhead.ts";
import { api, isStatus, readResponse, requireOk } from "../api.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { documentPaper } from "./document-paper.ts";
import { docxType, makeDocx } from "./docx/make-docx.ts";
import type { PaperSize } from "./docx/paper-size.ts";
import { fileName } from "./file-name.ts";
import { namesThatLeave } from "./village-names.ts";

export const documentForms = ["docx", "markdown", "json"] as const;
export type DocumentForm = (typeof documentForms)[number];

export interface MadeFile {
  name: string;
  type: string;
  content: ArrayBuffer | string;
}

/** What a document's files are made of, fetched once for all of its forms. */
export interface DocumentSource {
  data: DocumentPageData;
  reading: ReadingNode;
  letterhead: LetterheadLines | null;
}

/** The document as the room has it now. @throws ApiError */
export async function fetchDocument(
  documentId: string,
  signal?: AbortSignal,
): Promise<Pick<DocumentSource, "data" | "reading">> {
  const path = api.documents[":documentId"];
  const param = { documentId };
  const options = signal ? { init: { signal } } : {};
  const [data, reading] = await Promise.all([
    readResponse(path.$get({ param }, options)),
    requireOk(path.reading.$get({ param }, options)).then((answer) => answer.text()),
  ]);
  return { data, reading: JSON.parse(reading) as ReadingNode };
}

/** Null for what is no forum's, such as a module. @throws ApiError */
export async function fetchLetterhead(forumId: string): Promise<LetterheadLines | null> {
  try {
    const path = api.forums[":forumId"].letterhead;
    return await readResponse(path.$get({ param: { forumId } }));
  } catch (error) {
    if (isStatus(error, 404)) return null;
    throw error;
  }
}

/** @throws AbortError when it was cancelled */
export async function makeDocumentFile(
  source: DocumentSource,
  form: DocumentForm,
  size: PaperSize,
  { now, signal }: { now: number; signal?: AbortSignal },
): Promise<MadeFile> {
  const { data, reading } = source;
  const { document } = data;
  const paper = () => documentPaper({ ...source, origin: location.origin, now });
  switch (form) {
    case "docx": {
      const content = await makeDocx(paper(), size, signal);
      return { name: fileName(document.title, "docx"), type: docxType, content };
    }
    case "markdown": {
      const content = paperMarkdown(paper());
      return { name: fileName(document.title, "md"), type: "text/markdown", content };
    }
    case "json": {
      const { id, kind, title, theme, fiscalYear, status, isUnnamed } = document;
      const content = documentJson({
        document: { id, kind, title, theme, fiscalYear, status, isUnnamed },
        forum: kind === "module" ? null : data.forum,
        fingerprint: data.signing.submission?.fingerprint ?? null,
        villages: [...namesThatLeave(data)].map(([villageId, name]) => ({ id: villageId, name })),
        reading,
        exportedAt: now,
      });
      return { name: fileName(title, "json"), type: "application/json", content };
    }
  }
}
