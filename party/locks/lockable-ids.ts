import * as Y from "yjs";

/** What may be locked beside the whole document: sections, and items of the agenda. */
export function lockableIds(fragment: Y.XmlFragment): string[] {
  return fragment
    .toArray()
    .filter((node) => node instanceof Y.XmlElement)
    .flatMap((section) => [section, ...section.toArray()])
    .filter((node) => node instanceof Y.XmlElement)
    .filter(({ nodeName }) => nodeName === "section" || nodeName === "agendaItem")
    .flatMap((container) => container.getAttribute("id") ?? []);
}
