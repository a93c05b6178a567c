import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { absolutePositionToRelativePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import { barsIn, type LetterId } from "./bar-letters.ts";

export const editorBarsKey = new PluginKey("redactedBars");

interface Options {
  /** What a bar is called for who cannot see it. */
  name: string;
  /** Whether what else stands around a bar is no longer covered by the fingerprint. */
  uncovers: (letter: LetterId | null) => boolean;
}

const containers: ReadonlySet<string> = new Set([
  ...["doc", "section", "lane", "branch", "agendaItem", "forumData", "agreement", "followUp"],
]);

/** Bars can be tapped and reached by keyboard; nothing of it is content. */
export function editorBars({ name, uncovers }: Options): Plugin {
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
        if (uncovers(letterAt(state, at + from))) decorations.push(uncovered(state.doc, at + from));
      }
    });
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

/** The paragraph, list, table or field that has a leaf of its own. */
function uncovered(doc: Node, position: number): Decoration {
  const resolved = doc.resolve(position);
  let depth = 1;
  while (depth < resolved.depth && containers.has(resolved.node(depth).type.name)) depth++;
  const from = resolved.before(depth);
  return Decoration.node(from, resolved.after(depth), { class: "redaction-uncovered" });
}
