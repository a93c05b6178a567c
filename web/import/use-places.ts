import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { named } from "../design/shown-name.ts";
import { containerName } from "../document/container-name.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { closuresIn } from "../document/editor/closure-of.ts";
import type { RoomConnection } from "../document/room-connection.ts";
import { useConnectionView } from "../document/use-connection.ts";
import { useImportMessages } from "../messages/use-import-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { importPlaces } from "./import-places.ts";

export interface NamedPlace {
  id: string;
  name: string;
  isOpen: boolean;
}

/** Where text may be put now, the part with the caret first chosen; follows what is locked meanwhile. */
export function usePlaces(editor: Editor, connection: RoomConnection, data: DocumentPageData) {
  const words = useImportMessages();
  const { document: documentWords, masks } = useMessages();
  const [chosenId, choose] = useState<string | null>(null);
  useConnectionView(connection);
  const villages = named(data.villages, masks);
  const { lanes } = data.me;
  const found = importPlaces(editor, {
    closureOf: closuresIn(connection, (id) => lanes === "all" || lanes.includes(id)),
    nameOf: ({ type, attrs }) =>
      type.name === "lane"
        ? (villages.find(({ id }) => id === attrs.village)?.name ?? null)
        : containerName(type.name, attrs, documentWords),
  });
  const places = found.map(({ id, names, closure, hasCaret }): NamedPlace => {
    const [first = "", ...inner] = names;
    const name = inner.reduce(words.within, first);
    if (closure !== null) {
      return { id, name: words.closedPlace(name, words.closed[closure]), isOpen: false };
    }
    return { id, name: hasCaret ? words.atCaret(name) : name, isOpen: true };
  });
  const open = places.filter(({ isOpen }) => isOpen);
  const atCaret = found.find(({ hasCaret, closure }) => hasCaret && closure === null);
  const chosen =
    open.find(({ id }) => id === chosenId) ??
    open.find(({ id }) => id === atCaret?.id) ??
    open[0] ??
    null;
  return { places, chosen, choose };
}
