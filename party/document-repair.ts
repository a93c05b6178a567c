import { Fragment } from "@tiptap/pm/model";
import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema } from "../domain/document/schema.ts";
import { contentAllowed, isGrowing } from "./checks/document-shape.ts";
import type { DocumentLog } from "./log/document-log.ts";
import { addTextPlaces } from "./text-places.ts";

type Changed = ReadonlyMap<unknown, ReadonlySet<string | null>>;

/**
 * What the room mends by itself after a change, as edits of its own: ids of new or copied
 * containers, and elements that two people emptied together (a list without items). Browsers mend
 * nothing: each would do it again, in its person's name.
 */
export function repair(doc: Y.Doc, changed: Changed, log: DocumentLog, origin: unknown): void {
  const elements = [...changed.keys()].filter((type) => type instanceof Y.XmlElement);
  const sections = new Set(elements.flatMap((element) => sectionToNumber(element, changed)));
  const broken = elements.filter((element) => isPresent(element) && !isValid(element));
  if (sections.size === 0 && broken.length === 0) return;
  doc.transact(() => {
    for (const element of broken) {
      // Mending one may have taken another with it.
      if (isPresent(element) && !isValid(element)) mend(element);
    }
    for (const section of sections) issueIds(section, log);
  }, origin);
}

function sectionToNumber(element: Y.XmlElement, changed: Changed): Y.XmlElement[] {
  if (!isPresent(element)) return [];
  if (element.nodeName === "section") return [element];
  const parent = element.parent;
  const idChanged = isGrowing(element.nodeName) && changed.get(element)?.has("id");
  return idChanged && parent instanceof Y.XmlElement ? [parent] : [];
}

function issueIds(section: Y.XmlElement, log: DocumentLog): void {
  const seen = new Set<unknown>();
  for (const container of section.toArray()) {
    if (!(container instanceof Y.XmlElement) || !isGrowing(container.nodeName)) continue;
    for (const element of [container, ...container.toArray()]) {
      if (!(element instanceof Y.XmlElement)) continue;
      if (element !== container && element.nodeName !== "field") continue;
      const id = element.getAttribute("id");
      if (!log.hasIssued(id) || seen.has(id)) element.setAttribute("id", log.issueId());
      seen.add(element.getAttribute("id"));
    }
  }
}

function mend(element: Y.XmlElement): void {
  const parent = element.parent;
  if (element.length > 0) {
    const type = documentSchema.nodes[element.nodeName];
    const missing = type?.contentMatch.fillBefore(Fragment.from(childNodes(element)), true);
    if (!missing) return;
    const filler = new Y.Doc().getXmlFragment("filler");
    prosemirrorToYXmlFragment(documentSchema.topNodeType.create(null, missing), filler);
    const copies = filler.toArray().filter((node) => node instanceof Y.XmlElement);
    element.insert(
      0,
      copies.map((copy) => copy.clone()),
    );
    addTextPlaces(element);
    return;
  }
  if (!(parent instanceof Y.XmlElement)) return;
  parent.delete(parent.toArray().indexOf(element), 1);
  if (!isValid(parent)) mend(parent);
}

function childNodes(element: Y.XmlElement) {
  return childNames(element).flatMap((name) => documentSchema.nodes[name]?.create() ?? []);
}

function isValid(element: Y.XmlElement): boolean {
  return contentAllowed(element.nodeName, childNames(element));
}

function childNames(element: Y.XmlElement): string[] {
  return element.toArray().flatMap((child) => {
    if (child instanceof Y.XmlElement) return [child.nodeName];
    return child instanceof Y.XmlText && child.length > 0 ? ["text"] : [];
  });
}

function isPresent(element: Y.XmlElement): boolean {
  return element._item !== null && !element._item.deleted;
}
