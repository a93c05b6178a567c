import type { Node } from "@tiptap/pm/model";
import { EditorState, type PluginView, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  absolutePositionToRelativePosition,
  undo,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yUndoPluginKey,
} from "@tiptap/y-tiptap";
import { toBase64 } from "lib0/buffer";
import * as Y from "yjs";
import { documentSchema, fragmentName } from "../../domain/document/schema.ts";

interface Range {
  from: number;
  to: number;
}

/** The editor of a browser, with its own binding to the shared document and without a screen. */
export class TabEditor {
  readonly #fragment: Y.XmlFragment;
  readonly #views: PluginView[];
  state: EditorState;

  constructor(doc: Y.Doc) {
    this.#fragment = doc.getXmlFragment(fragmentName);
    const plugins = [ySyncPlugin(this.#fragment), yUndoPlugin()];
    this.state = EditorState.create({ schema: documentSchema, plugins });
    // What the plugins use of a view: its state, and that nobody is in it.
    const self = this;
    const view = {
      get state() {
        return self.state;
      },
      dispatch: (transaction: Transaction) => this.#apply(transaction),
      hasFocus: () => false,
    } as unknown as EditorView;
    this.#views = [];
    for (const { spec } of plugins) {
      const pluginView = spec.view?.(view);
      if (pluginView) this.#views.push(pluginView);
    }
  }

  /** Where these words stand, across blocks where `\n` divides them. */
  find(words: string): Range {
    const letters: { letter: string; at: number }[] = [];
    this.state.doc.descendants((node, at) => {
      if (node.isTextblock && letters.length > 0) letters.push({ letter: "\n", at });
      if (!node.isText) return;
      for (const [index, letter] of [...(node.text ?? "")].entries()) {
        letters.push({ letter, at: at + index });
      }
    });
    const start = letters
      .map(({ letter }) => letter)
      .join("")
      .indexOf(words);
    const [first, last] = [letters[start], letters[start + words.length - 1]];
    if (start < 0 || !first || !last) throw new Error(`no words ${words}`);
    return { from: first.at, to: last.at + 1 };
  }

  edit(change: (transaction: Transaction, document: Node) => void): void {
    // Undone one by one, however soon after each other they come.
    yUndoPluginKey.getState(this.state).undoManager.stopCapturing();
    const { tr } = this.state;
    change(tr, this.state.doc);
    this.#apply(tr);
  }

  get words(): string {
    return this.state.doc.textContent;
  }

  undo(): void {
    undo(this.state);
  }

  /** What a browser sends of its selection. */
  selected(words: string): { anchor: { from: string; to: string }; quote: string } {
    const { from, to } = this.find(words);
    const encode = (at: number) => {
      const { mapping } = ySyncPluginKey.getState(this.state).binding;
      const position = absolutePositionToRelativePosition(at, this.#fragment, mapping);
      return toBase64(Y.encodeRelativePosition(position));
    };
    const quote = this.state.doc.textBetween(from, to, "\n");
    return { anchor: { from: encode(from), to: encode(to) }, quote };
  }

  #apply(transaction: Transaction): void {
    const before = this.state;
    this.state = before.apply(transaction);
    for (const view of this.#views) view.update?.(undefined as never, before);
  }
}
