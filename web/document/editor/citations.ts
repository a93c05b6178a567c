import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { citationAddress, citedRegulation } from "../../../domain/document/citations.ts";
import { longestName, namedAtEnd } from "../../regulations/named-at-end.ts";
import { type KnownRegister, registerMeta } from "./known-register.ts";

interface CitationsState {
  register: KnownRegister | null;
  holdsSome: boolean;
  shown: DecorationSet;
}

interface Citation {
  regulationId: string;
  from: number;
  to: number;
}

const citationsKey = new PluginKey<CitationsState>("citations");

/**
 * Shows behind a citation how its regulation stands now, and turns a name of the register into a
 * citation as soon as something is typed behind it.
 */
export const Citations = Extension.create({
  name: "citations",
  addProseMirrorPlugins() {
    return [
      new Plugin<CitationsState>({
        key: citationsKey,
        state: {
          init: (_, { doc }) => stateOf(doc, null),
          apply(transaction, before) {
            const told: KnownRegister | undefined = transaction.getMeta(registerMeta);
            if (!told && !transaction.docChanged) return before;
            return stateOf(transaction.doc, told ?? before.register);
          },
        },
        props: {
          decorations: (state) => citationsKey.getState(state)?.shown,
          handleTextInput: (view, from, to, text) => citeTyped(view, from, to, text),
        },
      }),
    ];
  },
});

export function holdsCitations(state: EditorState): boolean {
  return citationsKey.getState(state)?.holdsSome ?? false;
}

function stateOf(doc: Node, register: KnownRegister | null): CitationsState {
  const citations = citationsIn(doc);
  const decorations = citations.flatMap(({ regulationId, from, to }) => {
    const words = Decoration.inline(from, to, { class: "citation" });
    const standing = register?.standingOf(regulationId) ?? null;
    if (standing === null) return [words];
    const behind = Decoration.widget(to, () => standingElement(standing), {
      key: `${regulationId} ${standing}`,
      side: -1,
      // Not in the citation's own link.
      marks: [],
      ignoreSelection: true,
    });
    return [words, behind];
  });
  return {
    register,
    holdsSome: citations.length > 0,
    shown: DecorationSet.create(doc, decorations),
  };
}

/** A citation whose words are formatted differently is still one. */
function citationsIn(doc: Node): Citation[] {
  const found: Citation[] = [];
  doc.descendants((node, from) => {
    if (!node.isText) return;
    const link = node.marks.find(({ type }) => type.name === "link");
    const regulationId = citedRegulation(link?.attrs.href);
    if (regulationId === null) return;
    const last = found.at(-1);
    const to = from + node.nodeSize;
    if (last?.to === from && last.regulationId === regulationId) last.to = to;
    else found.push({ regulationId, from, to });
  });
  return found;
}

function standingElement(standing: string): HTMLElement {
  const element = document.createElement("span");
  element.className = "citation-standing";
  element.textContent = ` (${standing})`;
  return element;
}

function citeTyped(view: EditorView, from: number, to: number, text: string): boolean {
  const { state } = view;
  const register = citationsKey.getState(state)?.register;
  const link = state.schema.marks.link;
  const { $from } = state.selection;
  if (!register || !link || !/^[\s.,;:)]$/.test(text) || from !== to || $from.pos !== from) {
    return false;
  }
  const start = Math.max(0, $from.parentOffset - longestName - 1);
  // Nodes that are no text count as one letter, as in places.
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, "\uFFFC");
  const named = namedAtEnd(before, register.regulations);
  if (!named || state.doc.rangeHasMark(from - named.length, from, link)) return false;
  const mark = link.create({ href: citationAddress(named.regulation.id) });
  view.dispatch(
    state.tr
      .addMark(from - named.length, from, mark)
      .removeStoredMark(link)
      .insertText(text, from),
  );
  return true;
}
