import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";

export function readField(editor: Editor, containerId: string): string {
  return findField(editor, containerId)?.node.textContent ?? "";
}

/** An ordinary edit of this person's, which undo takes back and locks refuse. */
export function writeField(editor: Editor, containerId: string, words: string): void {
  const found = findField(editor, containerId);
  if (!found || found.node.textContent === words) return;
  const from = found.position + 1;
  editor.view.dispatch(editor.state.tr.insertText(words, from, from + found.node.content.size));
}

function findField(editor: Editor, containerId: string): { node: Node; position: number } | null {
  let found: { node: Node; position: number } | null = null;
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === "field" && node.attrs.id === containerId) found = { node, position };
    return found === null && !node.isTextblock;
  });
  return found;
}
