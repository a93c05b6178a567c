import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { RoomConnection } from "../room-connection.ts";

/**
 * Lets a tap take effect before another person's change does. The browser moves the caret at once
 * but tells the editor a moment later; a change that arrives in between would put the caret back,
 * and in a busy hall the next words would land in the wrong place.
 */
export const KeepTap = Extension.create<{ connection: RoomConnection | null }>({
  name: "keepTap",
  addOptions() {
    return { connection: null };
  },
  onCreate() {
    const { connection } = this.options;
    const { view } = this.editor;
    if (connection) connection.onBeforeRemoteChange = () => readSelection(view);
  },
  onDestroy() {
    const { connection } = this.options;
    if (connection) connection.onBeforeRemoteChange = () => {};
  },
  addProseMirrorPlugins() {
    // Another's caret is drawn in a task of its own after it came: once more right before that.
    this.options.connection?.awareness.on("change", () => {
      setTimeout(() => {
        if (!this.editor.isDestroyed) readSelection(this.editor.view);
      });
    });
    return [
      new Plugin({
        props: {
          handleDOMEvents: { mouseup: readSelection, click: readSelection, keydown: readSelection },
        },
      }),
    ];
  },
});

/** As the browser's own event would, only now. */
function readSelection(view: EditorView): false {
  // Left out of the library's types.
  (view as unknown as { domObserver: { flush(): void } }).domObserver.flush();
  return false;
}
