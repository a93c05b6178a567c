import { useEffect, useId, useRef } from "react";
import { ApiError } from "../api.ts";
import { Button } from "../design/Button.tsx";
import {
  type Language,
  type Messages,
  useLanguage,
  useMessages,
} from "../messages/use-messages.ts";
import { useMovesMessages } from "./use-moves-messages.ts";

interface Props {
  words: { name: string; question: string; effect: string };
  isDanger: boolean;
  isMoving: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what the step does to the others, and asks for it by its name. */
export function MoveDialog({ words, isDanger, isMoving, error, onConfirm, onClose }: Props) {
  const { cancel, moving } = useMovesMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [language] = useLanguage();
  const { errors } = useMessages();
  const errorWords = error && wordsOf(error, language, errors);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="move-dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{words.question}</h2>
      <p>{words.effect}</p>
      {errorWords && (
        <p className="field-error" role="alert">
          {errorWords}
        </p>
      )}
      <div className="row">
        <Button weight={isDanger ? "danger" : "primary"} disabled={isMoving} onClick={onConfirm}>
          {isMoving ? moving : words.name}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </dialog>
  );
}

function wordsOf(error: Error, language: Language, errors: Messages["errors"]): string {
  if (!(error instanceof ApiError)) return errors.unexpected;
  if (error.status === 0) return errors.unreachable;
  return error.sentence?.[language] ?? errors.unexpected;
}
