/** A node of the document as it is read without an editor: ProseMirror's JSON. */
export interface ReadingNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: ReadingNode[];
  text?: string;
  marks?: { type: string; attrs?: unknown }[];
}
