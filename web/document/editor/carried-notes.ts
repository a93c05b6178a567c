import { Annotation } from "../../../domain/document/annotation.ts";

/**
 * Notes go along with words that are cut and pasted. Where words were copied, and where a mark came
 * from elsewhere, the room sweeps.
 */
export const CarriedNotes = Annotation.extend({
  addAttributes() {
    const parseHTML = (element: HTMLElement) => element.dataset.thread ?? null;
    return { thread: { default: null, parseHTML } };
  },
  parseHTML() {
    return [{ tag: "span[data-thread]" }];
  },
});
