import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";

interface Props {
  children: ReactNode;
  onClose: () => void;
}

/** The timeline where there is no room beside the text: from below on the phone. */
export function TimelineSheet({ children, onClose }: Props) {
  const { timeline: words } = useHistoryMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="timeline-sheet" aria-label={words.title} onClose={onClose}>
      <div className="timeline-sheet-head">
        <Button icon="close" weight="quiet" onClick={() => dialog.current?.close()}>
          {words.close}
        </Button>
      </div>
      {children}
    </dialog>
  );
}
