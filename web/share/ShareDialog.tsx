import "../design/FormDialog.css";
import "../design/forms.css";
import "./share.css";
import { useEffect, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { useShareMessages } from "../messages/use-share-messages.ts";

interface Props {
  text: string;
  onClose: () => void;
}

/** A message goes by WhatsApp, by another app of the device, or is copied; from here nothing is sent. */
export default function ShareDialog({ text, onClose }: Props) {
  const words = useShareMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [message, setMessage] = useState(text);
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(message).then(
      () => true,
      () => false,
    );
    setOutcome(isCopied ? "copied" : "failed");
    if (!isCopied) field.current?.select();
  };
  return (
    <dialog ref={dialog} className="form-dialog" aria-label={words.title} onClose={onClose}>
      <div className="form">
        <h2>{words.title}</h2>
        <label className="field">
          {words.label}
          <textarea
            ref={field}
            className="share-text"
            rows={12}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        </label>
        <div className="row">
          <a
            className="button"
            data-weight="primary"
            data-size="normal"
            href={`https://wa.me/?text=${encodeURIComponent(message)}`}
            target="_blank"
            rel="noreferrer"
          >
            {words.whatsapp}
          </a>
          <Button icon={outcome === "copied" ? "check" : "document"} onClick={() => void copy()}>
            {words.copy}
          </Button>
          {"share" in navigator && (
            // Whoever closes the system's sheet again has sent nothing, and knows it.
            <Button onClick={() => void navigator.share({ text: message }).catch(() => null)}>
              {words.other}
            </Button>
          )}
          <Button weight="quiet" onClick={() => dialog.current?.close()}>
            {words.close}
          </Button>
        </div>
        <p role="status">{outcome && words[outcome]}</p>
      </div>
    </dialog>
  );
}
