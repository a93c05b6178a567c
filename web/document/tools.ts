import type { ChainedCommands, Editor } from "@tiptap/core";
import type {} from "@tiptap/extension-italic";
import type {} from "@tiptap/extension-strike";
import type {} from "@tiptap/extension-underline";
import type { IconName } from "../design/Icon.tsx";
import type { Messages } from "../messages/use-messages.ts";

export interface Tool {
  name: keyof Messages["document"]["tools"];
  /** A letter that looks like what it does, or an icon. */
  sign: string | { icon: IconName };
  run: (chain: ChainedCommands) => ChainedCommands;
  isActive?: (editor: Editor) => boolean;
}

const tableSize = { rows: 3, cols: 3, withHeaderRow: true };

/** On the phone's bar, which has room for seven large buttons; the rest opens with "more". */
export const firstTools: readonly Tool[] = [
  { name: "undo", sign: { icon: "undo" }, run: (chain) => chain.undo() },
  mark("bold", "B", (chain) => chain.toggleBold()),
  block("heading", "H", (chain) => chain.toggleHeading({ level: 3 }), { level: 3 }),
  block("bulletList", { icon: "bullets" }, (chain) => chain.toggleBulletList()),
  block("taskList", { icon: "tasks" }, (chain) => chain.toggleTaskList()),
];

export const furtherTools: readonly Tool[] = [
  { name: "redo", sign: { icon: "redo" }, run: (chain) => chain.redo() },
  mark("italic", "I", (chain) => chain.toggleItalic()),
  mark("underline", "U", (chain) => chain.toggleUnderline()),
  mark("strike", "S", (chain) => chain.toggleStrike()),
  {
    ...block("heading", "h", (chain) => chain.toggleHeading({ level: 4 }), { level: 4 }),
    name: "subheading",
  },
  block("orderedList", { icon: "numbers" }, (chain) => chain.toggleOrderedList()),
  block("blockquote", { icon: "quote" }, (chain) => chain.toggleBlockquote()),
  { name: "table", sign: { icon: "table" }, run: (chain) => chain.insertTable(tableSize) },
];

/** Only while the caret stands in a table. */
export const tableTools: readonly Tool[] = [
  { name: "addRow", sign: "+", run: (chain) => chain.addRowAfter() },
  { name: "addColumn", sign: "+", run: (chain) => chain.addColumnAfter() },
  { name: "removeRow", sign: "−", run: (chain) => chain.deleteRow() },
  { name: "removeColumn", sign: "−", run: (chain) => chain.deleteColumn() },
  { name: "removeTable", sign: "×", run: (chain) => chain.deleteTable() },
];

function mark(name: "bold" | "italic" | "underline" | "strike", sign: string, run: Tool["run"]) {
  return { name, sign, run, isActive: (editor: Editor) => editor.isActive(name) };
}

function block(
  name: "heading" | "bulletList" | "orderedList" | "taskList" | "blockquote",
  sign: Tool["sign"],
  run: Tool["run"],
  attributes: Record<string, unknown> = {},
) {
  return { name, sign, run, isActive: (editor: Editor) => editor.isActive(name, attributes) };
}
