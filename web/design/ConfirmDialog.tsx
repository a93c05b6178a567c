import "./forms.css";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import { FailureLine } from "./FailureLine.tsx";

interface Props {
  title: string;
  /** What will be gone and what stays. */
  children: ReactNode;
  confirm: string;
  cancel: string;
  isDangerous?: boolean;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be undone, and names it. */
export function ConfirmDialog(props: Props) {
  const { title, children, confirm, cancel, isDangerous, isPending, error } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm-dialog" aria-label={title} onClose={props.onClose}>
      <div className="stack">
        <h2>{title}</h2>
        {children}
        <FailureLine error={error} />
        <div className="row">
          <Button
            weight={isDangerous ? "danger" : "primary"}
            aria-busy={isPending}
            onClick={() => isPending || props.onConfirm()}
          >
            {confirm}
          </Button>
          <Button weight="quiet" onClick={props.onClose}>
            {cancel}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
