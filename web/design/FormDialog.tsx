import "./FormDialog.css";
import "./forms.css";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import { FailureLine } from "./FailureLine.tsx";

interface Props {
  title: string;
  children: ReactNode;
  send: string;
  cancel: string;
  isPending: boolean;
  error: unknown;
  onSend: () => void;
  onClose: () => void;
}

/** A form over the page; on a phone it comes up from below. */
export function FormDialog(props: Props) {
  const { title, children, send, cancel, isPending, error, onSend, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onSend();
  };
  return (
    <dialog ref={dialog} className="form-dialog" aria-label={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <h2>{title}</h2>
        {children}
        <FailureLine error={error} />
        <div className="row">
          <Button type="submit" weight="primary" icon="send" aria-busy={isPending}>
            {send}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {cancel}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
