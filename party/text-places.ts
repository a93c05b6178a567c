import * as Y from "yjs";
import { textAllowed } from "./checks/document-shape.ts";

/**
 * Gives every textblock below `parent` a text to type into, also an empty one. Without it the
 * first letters of two people would each bring a text of their own, and the binding, which knows
 * one text per block, moves the one into the other and loses or doubles letters on the way.
 */
export function addTextPlaces(parent: Y.XmlElement | Y.XmlFragment): void {
  for (const node of parent.toArray()) {
    if (!(node instanceof Y.XmlElement)) continue;
    if (textAllowed(node.nodeName) && node.length === 0) node.insert(0, [new Y.XmlText()]);
    addTextPlaces(node);
  }
}
