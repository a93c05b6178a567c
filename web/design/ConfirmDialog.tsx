import "./ConfirmDialog.css";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./Button.tsx";

interface Props {
  question: string;
  children: ReactNode;
  /** What happens, in the words of the button that started it. */
  confirm: string;
  cancel: string;
  /** What the button says while it works. */
  working: string;
  isDangerous?: boolean;
  isWorking: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something that cannot be undone, and names it. */
export function ConfirmDialog(props: Props) {
  const { question, children, confirm, cancel, working, isWorking, onConfirm, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm-dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{question}</h2>
      {children}
      <div className="row">
        <Button
          weight={props.isDangerous ? "danger" : "primary"}
          aria-busy={isWorking}
          onClick={() => isWorking || onConfirm()}
        >
          {isWorking ? working : confirm}
        </Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </dialog>
  );
}
