import * as Y from "yjs";
import { wordsOf } from "../notes/text-marks.ts";

/** A document's words as they are found by: a line for each block of text, in the document's order. */
export function searchedText(fragment: Y.XmlFragment): string {
  return linesIn(fragment)
    .filter((line) => line.trim() !== "")
    .join("\n");
}

function linesIn(parent: Y.XmlFragment | Y.XmlElement): string[] {
  const children = parent.toArray();
  if (children.length > 0 && children.some((child) => child instanceof Y.XmlText)) {
    // A line break within a block parts words.
    return [children.map((child) => (child instanceof Y.XmlText ? wordsOf(child) : " ")).join("")];
  }
  return children.flatMap((child) => (child instanceof Y.XmlElement ? linesIn(child) : []));
}
