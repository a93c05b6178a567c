import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { Gapcursor } from "@tiptap/extensions";
import { containerExtensions } from "../../../domain/document/containers.ts";
import { documentExtensions, fragmentName } from "../../../domain/document/schema.ts";
import type { RoomConnection } from "../room-connection.ts";
import { CalmTable } from "./calm-table.ts";
import { type CaretName, Carets } from "./carets.ts";
import { CarriedNotes } from "./carried-notes.ts";
import { Citations } from "./citations.ts";
import { type Closure, type ContainerContext, ContainerView } from "./container-view.ts";
import { KeepTap } from "./keep-tap.ts";
import { LaneGuard } from "./lane-guard.ts";
import { TextPlaces } from "./text-places.ts";
import { TolerantContent } from "./tolerant-content.ts";

interface EditorOptions extends ContainerContext {
  element: HTMLElement;
  connection: RoomConnection;
  /** The accessible name of the text. */
  label: string;
  caretName: CaretName;
  onBlocked: (why: Closure) => void;
}

/** The document as it is read, and written in once `setEditable(true)` was said. */
export function createEditor({
  element,
  connection,
  label,
  caretName,
  onBlocked,
  ...context
}: EditorOptions) {
  const containerNames = new Set(containerExtensions.map(({ name }) => name));
  const text = documentExtensions
    .filter(({ name }) => name !== "table" && !containerNames.has(name))
    .map((extension) => (extension.name === "annotation" ? CarriedNotes : extension));
  const containers = containerExtensions.map((extension) =>
    extension.extend({
      addNodeView() {
        return ({ node, editor, getPos }) => new ContainerView(node, editor, getPos, context);
      },
    }),
  );
  return new Editor({
    element,
    editable: false,
    injectCSS: false,
    editorProps: { attributes: { "aria-label": label, spellcheck: "false" } },
    extensions: [
      ...text,
      ...containers,
      CalmTable,
      Gapcursor,
      TolerantContent,
      Collaboration.configure({ document: connection.doc, field: fragmentName }),
      Carets.configure({ awareness: connection.awareness, nameOf: caretName }),
      Citations,
      KeepTap.configure({ connection }),
      TextPlaces.configure({ doc: connection.doc }),
      LaneGuard.configure({ closureOf: context.closureOf, onBlocked }),
    ],
  });
}
