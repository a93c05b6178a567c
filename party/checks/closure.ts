import type * as Y from "yjs";
import { isForumData } from "../../domain/document/containers.ts";
import { wholeDocument } from "../locks/lock-view.ts";
import { isContainer } from "./document-shape.ts";
import type { Reason } from "./refused.ts";
import type { Writer } from "./update-check.ts";

/** Why this element, as one of those around a place, closes the place to the writer. */
export function closureAt(element: Y.XmlElement, writer: Writer): Reason | null {
  const { nodeName } = element;
  if (writer.isRoom || !isContainer(nodeName)) return null;
  // What comes with the frame has no attributes yet, and people bring no fixed container.
  if (element.doc === null) return nodeName === "lane" ? "closedContainer" : null;
  if (nodeName === "lane") {
    const village = element.getAttribute("village");
    if (typeof village !== "string" || !writer.writesInLane(village)) return "closedContainer";
  }
  if (!writer.writesForumData && isOfForum(element)) return "closedContainer";
  const id = element.getAttribute("id");
  return typeof id === "string" && writer.isLocked(id) ? "sectionLocked" : null;
}

export function wholeDocumentIsLocked(writer: Writer): boolean {
  return writer.isLocked(wholeDocument);
}

function isOfForum(element: Y.XmlElement): boolean {
  const { parent } = element;
  const parentName = parent && "nodeName" in parent ? parent.nodeName : null;
  return isForumData(element.nodeName, element.getAttribute("name"), parentName);
}
