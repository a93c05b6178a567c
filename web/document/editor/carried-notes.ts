import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Annotation } from "../../../domain/document/annotation.ts";

/**
 * Notes go along with words that are cut and pasted; words that are copied leave them where they
 * stood. The room decides; this only spares it the sweeping.
 */
export const CarriedNotes = Annotation.extend({
  addAttributes() {
    const parseHTML = (element: HTMLElement) => element.dataset.thread ?? null;
    return { thread: { default: null, parseHTML } };
  },
  parseHTML() {
    return [{ tag: "span[data-thread]" }];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformPasted: ({ content, openStart, openEnd }, { state }) => {
            const standing = new Set<unknown>();
            state.doc.descendants(({ marks }) => {
              for (const { attrs } of marks) standing.add(attrs.thread);
            });
            return new Slice(withoutMarks(content, standing), openStart, openEnd);
          },
        },
      }),
    ];
  },
});

function withoutMarks(content: Fragment, standing: ReadonlySet<unknown>): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const inner = node.isLeaf ? node : node.copy(withoutMarks(node.content, standing));
    nodes.push(
      inner.mark(inner.marks.filter(({ attrs }) => !attrs.thread || !standing.has(attrs.thread))),
    );
  });
  return Fragment.from(nodes);
}
