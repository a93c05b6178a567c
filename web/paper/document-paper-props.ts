import type { ReadingNode } from "../../domain/document/reading-node.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import type { ForumPageData } from "../forums/forum-query.ts";
import type { LetterheadData } from "./letterhead-query.ts";

/** What a document's paper is made of. */
export interface DocumentPaperProps {
  data: DocumentPageData;
  reading: ReadingNode;
  forum: ForumPageData;
  letterhead: LetterheadData;
}
