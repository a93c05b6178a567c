import * as Y from "yjs";
import { isForumData } from "../../domain/document/containers.ts";
import { isContainer, isGrowing, textAllowed } from "../checks/document-shape.ts";
import { type Pair, type Part, pairsOf, partsOf } from "./child-pairs.ts";
import type { RestorableNode } from "./restorable.ts";
import { restoreText, textOf } from "./restored-text.ts";

type Parent = Y.XmlFragment | Y.XmlElement;

/**
 * Makes the children of a live node what they were, as ordinary edits inside of a transaction. What
 * is still there is kept and changed in place, so that nothing is lost of what others write in it.
 * Forum data stays as it is, and so do containers that the room has added since.
 */
export function restoreChildren(parent: Parent, nodes: readonly RestorableNode[]): void {
  const children = parent.toArray().filter(isChild);
  const parts = partsOf(nodes).filter((part) => !("node" in part && isClosed(parent, part.node)));
  const pairs: Pair[] = pairsOf(children, parts);
  let index = 0;
  let [child, part] = [0, 0];
  for (const pair of [...pairs, { child: children.length, part: parts.length }]) {
    const missing = parts.slice(part, pair.part).map(made);
    if (missing.length > 0) parent.insert(index, missing);
    index += missing.length;
    for (const surplus of children.slice(child, pair.child)) {
      if (staysBeside(parent, surplus)) index++;
      else parent.delete(index, 1);
    }
    const [kept, wanted] = [children[pair.child], parts[pair.part]];
    if (kept && wanted) restoreChild(parent, kept, wanted);
    index++;
    [child, part] = [pair.child + 1, pair.part + 1];
  }
}

function restoreChild(parent: Parent, child: Y.XmlElement | Y.XmlText, part: Part): void {
  if (child instanceof Y.XmlText) return restoreText(child, "runs" in part ? part.runs : []);
  if ("runs" in part || isClosedElement(parent, child)) return;
  if (!isContainer(child.nodeName)) restoreAttributes(child, part.node.attrs ?? {});
  restoreChildren(child, part.node.content ?? []);
}

function restoreAttributes(element: Y.XmlElement, wanted: Record<string, unknown>): void {
  const now: Record<string, unknown> = element.getAttributes();
  for (const key of Object.keys(now)) if (!(key in wanted)) element.removeAttribute(key);
  for (const [key, value] of Object.entries(wanted)) {
    if (JSON.stringify(now[key]) !== JSON.stringify(value)) setValue(element, key, value);
  }
}

/** Yjs' type knows only texts; levels are numbers, ticks are booleans. */
function setValue(element: Y.XmlElement, key: string, value: unknown): void {
  element.setAttribute(key, value as string);
}

function made(part: Part): Y.XmlElement | Y.XmlText {
  if ("runs" in part) return textOf(part.runs);
  const { type, attrs = {}, content = [] } = part.node;
  const element = new Y.XmlElement(type);
  for (const [key, value] of Object.entries(attrs)) setValue(element, key, value);
  const children = partsOf(content).map(made);
  // A text to type into, also where nothing was typed yet.
  if (children.length === 0 && textAllowed(type)) children.push(new Y.XmlText());
  element.insert(0, children);
  return element;
}

/** Whether something that was not there is left: it is the room's, or others may be typing in it. */
function staysBeside(parent: Parent, child: Y.XmlElement | Y.XmlText): boolean {
  if (child instanceof Y.XmlText) {
    child.delete(0, child.length);
    return true;
  }
  if (isClosedElement(parent, child)) return true;
  const isFieldOfFollowUp = "nodeName" in parent && isGrowing(parent.nodeName);
  return isContainer(child.nodeName) && !isGrowing(child.nodeName) && !isFieldOfFollowUp;
}

function isClosedElement(parent: Parent, element: Y.XmlElement): boolean {
  const attrs = { name: element.getAttribute("name") };
  return isClosed(parent, { type: element.nodeName, attrs });
}

function isClosed(parent: Parent, { type, attrs }: RestorableNode): boolean {
  return isForumData(type, attrs?.name, "nodeName" in parent ? parent.nodeName : null);
}

function isChild(node: unknown): node is Y.XmlElement | Y.XmlText {
  return node instanceof Y.XmlElement || node instanceof Y.XmlText;
}
