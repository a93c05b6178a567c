import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import type { Notes } from "./use-notes.ts";

/** Opens what is noted beside the text, and says how much of it is new. */
export function NotesButton({ notes: { unread, isOpen, setOpen } }: { notes: Notes }) {
  const { document: words } = useMessages();
  return (
    <button
      type="button"
      className="tool notes-button"
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
    >
      <Icon name="note" />
      <span className="tool-name">{words.notes}</span>
      {unread > 0 && (
        <span className="notes-unread">
          {unread} <span className="only-read-aloud">{words.unread}</span>
        </span>
      )}
    </button>
  );
}
