import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { isRemovedTitle } from "../../domain/document/forum-words.ts";
import type { Closure, ContainerContext } from "../document/editor/container-view.ts";

export interface ImportPlace {
  id: string;
  /** From the outermost part to this one. */
  names: string[];
  closure: Closure | null;
  hasCaret: boolean;
}

interface Naming {
  closureOf: ContainerContext["closureOf"];
  /** Null for what is shown to nobody, such as the lane of a village that has left. */
  nameOf: (node: Node) => string | null;
}

const takesBlocks: ReadonlySet<string> = new Set(["section", "lane", "branch", "agendaItem"]);

/**
 * The parts of a document that text can be put into: those in which text stands already. What is
 * closed is listed too, with why.
 */
export function importPlaces(editor: Editor, naming: Naming): ImportPlace[] {
  const { doc, selection } = editor.state;
  const places: ImportPlace[] = [];
  const visit = (parent: Node, start: number, names: string[], around: Closure | null) => {
    parent.forEach((node, offset) => {
      if (!takesBlocks.has(node.type.name)) return;
      const name = naming.nameOf(node);
      if (name === null || isRemovedTitle(name)) return;
      const position = start + offset;
      const closure = around ?? naming.closureOf(node, parent);
      const own = [...names, name];
      if (holdsText(node)) {
        const id = String(node.attrs.id);
        const hasCaret =
          isIn(selection.from, position, node) && !isInPart(node, position, selection.from);
        places.push({ id, names: own, closure, hasCaret });
      }
      visit(node, position + 1, own, closure);
    });
  };
  visit(doc, 0, [], naming.closureOf(doc, null));
  return places;
}

/** Whether anything but further parts stands in it; a part that lost all of its text is one too. */
function holdsText(node: Node): boolean {
  if (node.childCount === 0) return true;
  let found = false;
  node.forEach((child) => {
    found ||= !("id" in child.attrs);
  });
  return found;
}

function isInPart(node: Node, position: number, caret: number): boolean {
  let found = false;
  node.forEach((child, offset) => {
    found ||= takesBlocks.has(child.type.name) && isIn(caret, position + 1 + offset, child);
  });
  return found;
}

function isIn(caret: number, position: number, node: Node): boolean {
  return caret > position && caret < position + node.nodeSize;
}
