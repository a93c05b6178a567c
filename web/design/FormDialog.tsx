import "./FormDialog.css";
import "./forms.css";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import { FailureLine } from "./FailureLine.tsx";
import type { IconName } from "./Icon.tsx";

interface Props {
  title: string;
  children: ReactNode;
  /** Null where there is nothing to send. */
  send: string | null;
  cancel: string;
  icon?: IconName | null;
  isDangerous?: boolean;
  isPending: boolean;
  error: unknown;
  onSend: () => void;
  onClose: () => void;
}

/** A form over the page; on a phone it comes up from below. */
export function FormDialog(props: Props) {
  const { title, children, send, cancel, isPending, error, onSend, onClose } = props;
  const { icon = "send", isDangerous = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending && send !== null) onSend();
  };
  return (
    <dialog ref={dialog} className="form-dialog" aria-label={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <h2>{title}</h2>
        {children}
        <FailureLine error={error} />
        <div className="row">
          {send !== null && (
            <Button
              type="submit"
              weight={isDangerous ? "danger" : "primary"}
              aria-busy={isPending}
              {...(icon && { icon })}
            >
              {send}
            </Button>
          )}
          <Button weight="quiet" onClick={onClose}>
            {cancel}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
