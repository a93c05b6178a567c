import "./session-sheet.css";
import { useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { Notice } from "../design/Notice.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { AgendaPart } from "./AgendaPart.tsx";
import { PollPart } from "./PollPart.tsx";
import { PresentPart } from "./PresentPart.tsx";
import { TurnsPart } from "./TurnsPart.tsx";
import type { Session } from "./use-session.ts";

interface Props {
  forumId: string;
  session: Session;
  onClose: () => void;
}

/** All of the forum in session: from below on the phone, at the side on wide screens. */
export default function SessionSheet({ forumId, session, onClose }: Props) {
  const words = useSessionMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const mayLead = session.page?.may.lead ?? false;
  return (
    <dialog ref={dialog} className="session-sheet" aria-label={words.sheet} onClose={onClose}>
      <div className="session-sheet-head">
        <Button icon="close" onClick={() => dialog.current?.close()}>
          {words.close}
        </Button>
      </div>
      {session.view.link === "lost" && (
        <Notice icon="offline" tone="wait">
          {words.lost}
        </Notice>
      )}
      <div className="stack">
        {/* What this person most likely came for stands first. */}
        {mayLead && <AgendaPart forumId={forumId} session={session} />}
        {!mayLead && session.page?.may.vote && <PollPart forumId={forumId} session={session} />}
        <TurnsPart forumId={forumId} session={session} />
        {(mayLead || !session.page?.may.vote) && <PollPart forumId={forumId} session={session} />}
        {!mayLead && <AgendaPart forumId={forumId} session={session} />}
        <PresentPart session={session} />
      </div>
    </dialog>
  );
}
