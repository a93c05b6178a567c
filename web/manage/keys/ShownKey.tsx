import { useEffect, useRef, useState } from "react";
import { Button } from "../../design/Button.tsx";
import { useKeysMessages } from "../../messages/use-keys-messages.ts";

/** The one time that a key can be read. */
export function ShownKey({ value, onClose }: { value: string; onClose: () => void }) {
  const words = useKeysMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    );
    setOutcome(isCopied ? "copied" : "failed");
  };
  return (
    <dialog
      ref={dialog}
      className="form-dialog"
      aria-label={words.key}
      onCancel={(event) => event.preventDefault()}
      onClose={onClose}
    >
      <div className="form">
        <h2>{words.key}</h2>
        <p>{words.shownOnce}</p>
        <output className="key-words" aria-label={words.key}>
          {value}
        </output>
        <div className="row">
          <Button weight="primary" icon="document" onClick={() => void copy()}>
            {words.copy}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{words.done}</Button>
        </div>
        <p role="status">{outcome && words[outcome]}</p>
      </div>
    </dialog>
  );
}
