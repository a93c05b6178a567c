import { fragmentName } from "../../domain/document/schema.ts";

/** Of Yjs' text, what is used here: peers bring their own copy of Yjs, so no instanceof. */
export interface SharedText {
  readonly length: number;
  insert(index: number, text: string): void;
  toString(): string;
}

interface Element {
  getAttribute(name: string): unknown;
  get(index: number): Element & SharedText;
}

/** The text of the first paragraph under "situation", in which everybody may write. */
export function sharedText(doc: unknown): SharedText {
  const { getXmlFragment } = doc as { getXmlFragment(name: string): { toArray(): Element[] } };
  const sections = getXmlFragment.call(doc, fragmentName).toArray();
  const situation = sections.find((section) => section.getAttribute("kind") === "situation");
  if (!situation) throw new Error("the document has no situation");
  return situation.get(0).get(0);
}
