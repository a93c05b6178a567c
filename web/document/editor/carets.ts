import { Extension } from "@tiptap/core";
import { yCursorPlugin } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import type { ShownPerson } from "../../../party/masks/shown-person.ts";

/** How the screen names somebody at their caret. */
export type CaretName = (person: ShownPerson) => string;

/** The others' carets: colour, pattern and name of the village; the name shows after a move. */
export const Carets = Extension.create<{ awareness: Awareness | null; nameOf: CaretName }>({
  name: "carets",
  addOptions() {
    return { awareness: null, nameOf: () => "" };
  },
  addProseMirrorPlugins() {
    const { awareness, nameOf } = this.options;
    if (!awareness) return [];
    return [
      yCursorPlugin(awareness, {
        cursorBuilder: (user, client) => drawCaret(user as ShownPerson, client, nameOf),
        selectionBuilder: (user) => ({
          class: "others-selection",
          "data-village": String((user as ShownPerson).village?.colour ?? ""),
        }),
      }),
    ];
  },
  onCreate() {
    const { awareness } = this.options;
    const dom = this.editor.view.dom;
    awareness?.on("change", ({ updated }: { updated: number[] }) => {
      for (const client of updated) showNameAgain(dom, client);
    });
  },
});

export function caretOf(dom: ParentNode, client: number): HTMLElement | null {
  return dom.querySelector<HTMLElement>(`.caret[data-client="${client}"]`);
}

function drawCaret(user: ShownPerson, client: number, nameOf: CaretName): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.dataset.client = String(client);
  caret.dataset.village = String(user.village?.colour ?? "");
  // Shown by the style sheet: as text it would be part of the sentence for a screen reader.
  caret.dataset.name = nameOf(user);
  return caret;
}

/** The element stays while its caret moves, so its fading has to begin anew. */
function showNameAgain(dom: ParentNode, client: number): void {
  for (const animation of caretOf(dom, client)?.getAnimations({ subtree: true }) ?? []) {
    animation.currentTime = 0;
  }
}
