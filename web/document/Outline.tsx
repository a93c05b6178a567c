import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { containerName } from "./container-name.ts";
import type { RoomConnection } from "./room-connection.ts";
import { usePresentPeople } from "./use-present-people.ts";

interface Props {
  editor: Editor | null;
  connection: RoomConnection;
  /** A list beside the text on wide screens, a menu above it on phones. */
  variant: "list" | "menu";
}

interface Entry {
  id: string;
  name: string;
}

/** The document's sections to jump to, with a dot where others are writing. */
export function Outline({ editor, connection, variant }: Props) {
  const { document: words } = useMessages();
  const entries = useEntries(editor);
  const busy = useBusySections(editor, connection);
  const [isOpen, setOpen] = useState(false);
  if (entries.length === 0) return null;
  const list = (
    <ol>
      {entries.map(({ id, name }) => (
        <li key={id}>
          <a href={`#c-${id}`} onClick={() => setOpen(false)}>
            {name}
            {busy.has(id) && (
              <span className="outline-busy" role="img" aria-label={words.othersWriting} />
            )}
          </a>
        </li>
      ))}
    </ol>
  );
  if (variant === "list") {
    return (
      <nav className="outline outline-list" aria-label={words.sectionsLabel}>
        {list}
      </nav>
    );
  }
  return (
    <nav className="outline outline-menu" aria-label={words.sectionsLabel}>
      <button
        type="button"
        className="tool"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="sections" />
        <span className="tool-name">{words.showSections}</span>
      </button>
      {isOpen && list}
    </nav>
  );
}

function useEntries(editor: Editor | null): Entry[] {
  const { document: words } = useMessages();
  const [entries, setEntries] = useState<Entry[]>([]);
  useEffect(() => {
    if (!editor) return setEntries([]);
    const read = () => {
      const next: Entry[] = [];
      editor.state.doc.forEach((section) => {
        next.push({ id: section.attrs.id, name: containerName("section", section.attrs, words) });
      });
      setEntries((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next));
    };
    read();
    editor.on("transaction", read);
    return () => {
      editor.off("transaction", read);
    };
  }, [editor, words]);
  return entries;
}

/** The ids of the sections in which another person's caret stands. */
function useBusySections(editor: Editor | null, connection: RoomConnection): Set<string> {
  // Carets are drawn with the next transaction; a redraw on presence finds those that are gone.
  usePresentPeople(connection);
  const [busy, setBusy] = useState(new Set<string>());
  useEffect(() => {
    if (!editor) return;
    const read = () => {
      const sections = [...editor.view.dom.querySelectorAll(".caret")].flatMap(
        (caret) => caret.closest("section")?.id.slice(2) ?? [],
      );
      setBusy((known) =>
        known.size === sections.length && sections.every((id) => known.has(id))
          ? known
          : new Set(sections),
      );
    };
    read();
    editor.on("transaction", read);
    return () => {
      editor.off("transaction", read);
    };
  }, [editor]);
  return busy;
}
