import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import type { HistorySection } from "./history-view.ts";

/** The document's sections as they are, each followed by its items of the agenda. */
export function sectionsNow(doc: Y.Doc): HistorySection[] {
  return elementsIn(doc.getXmlFragment(fragmentName)).flatMap((section) => [
    ...shown(section, String(section.getAttribute("kind")), null),
    ...elementsIn(section)
      .filter(({ nodeName }) => nodeName === "agendaItem")
      .flatMap((item) => shown(item, item.nodeName, item.getAttribute("title") ?? null)),
  ]);
}

function elementsIn(parent: Y.XmlFragment | Y.XmlElement): Y.XmlElement[] {
  return parent.toArray().filter((node) => node instanceof Y.XmlElement);
}

function shown(element: Y.XmlElement, kind: string, title: string | null): HistorySection[] {
  const id = element.getAttribute("id");
  return id === undefined ? [] : [{ id, kind, title }];
}
