import { Mark } from "@tiptap/core";

/**
 * Where a thread of notes stands: its words are beside the document, and the room alone sets and
 * removes this. Several may overlap, and typing at its edge does not grow it.
 */
export const Annotation = Mark.create({
  name: "annotation",
  inclusive: false,
  excludes: "",
  addAttributes() {
    return { thread: { default: null, parseHTML: () => null } };
  },
  parseHTML() {
    return [];
  },
  renderHTML({ HTMLAttributes: { thread } }) {
    return ["span", { "data-thread": thread }, 0];
  },
});
