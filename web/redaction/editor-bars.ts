import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { absolutePositionToRelativePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import { barsIn, type LetterId } from "./bar-letters.ts";

export const editorBarsKey = new PluginKey("redactedBars");

interface Options {
  /** What a bar is called for who cannot see it. */
  name: string;
  /** The numbers of the blocks that the fingerprint covers no more. */
  uncovered: ReadonlySet<number>;
}

const containers: ReadonlySet<string> = new Set([
  ...["section", "lane", "branch", "agendaItem", "forumData", "agreement", "followUp"],
]);

/** Bars can be tapped and reached by keyboard; nothing of it is content. */
export function editorBars({ name, uncovered }: Options): Plugin {
  let shown: { doc: Node; set: DecorationSet } | null = null;
  return new Plugin({
    key: editorBarsKey,
    props: {
      decorations(state) {
        if (shown?.doc !== state.doc) shown = { doc: state.doc, set: decorate(state) };
        return shown.set;
      },
    },
  });

  function decorate(state: EditorState): DecorationSet {
    const decorations: Decoration[] = [];
    state.doc.descendants((node, at) => {
      for (const { from, to } of barsIn(node.text ?? "")) {
        const bar = { class: "redacted-bar", role: "button", tabindex: "0", "aria-label": name };
        decorations.push(Decoration.inline(at + from, at + to, bar));
      }
    });
    if (uncovered.size > 0) {
      for (const [number, { from, to }] of [...blocksIn(state.doc, 0)].entries()) {
        const dress = { class: "redaction-uncovered" };
        if (uncovered.has(number)) decorations.push(Decoration.node(from, to, dress));
      }
    }
    return DecorationSet.create(state.doc, decorations);
  }
}

/** The letter behind a position of the text; null while it is not in the shared document. */
export function letterAt(state: EditorState, position: number): LetterId | null {
  const sync = ySyncPluginKey.getState(state);
  if (!sync?.binding) return null;
  const { type, binding } = sync;
  // A relative position holds on to the letter before it.
  const { item } = absolutePositionToRelativePosition(position + 1, type, binding.mapping);
  return item ? { client: item.client, clock: item.clock } : null;
}

/**
 * What has a leaf of its own, in the order of the fingerprint's blocks (`canonicalBlocks`): containers,
 * then what stands in them.
 */
function* blocksIn(parent: Node, start: number): Generator<{ from: number; to: number }> {
  let from = start;
  for (const node of parent.children) {
    yield { from, to: from + node.nodeSize };
    if (containers.has(node.type.name)) yield* blocksIn(node, from + 1);
    from += node.nodeSize;
  }
}
