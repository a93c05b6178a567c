import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { useKeyboardInset } from "./use-keyboard-inset.ts";

interface Props {
  onClose: () => void;
  children: ReactNode;
}

/** A column beside the text; on a phone a sheet from below that leaves the noted line in sight. */
export function NotesPanel({ onClose, children }: Props) {
  const words = useNotesMessages();
  const panel = useRef<HTMLElement>(null);
  const inset = useKeyboardInset();
  useEffect(
    () => panel.current?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true }),
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside
      ref={panel}
      className="notes"
      aria-label={words.title}
      style={{ insetBlockEnd: inset }}
      onKeyDown={onKeyDown}
    >
      <header className="notes-head">
        <h2 tabIndex={-1}>{words.title}</h2>
        <Button weight="quiet" icon="close" aria-label={words.close} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
