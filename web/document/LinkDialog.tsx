import type { Editor } from "@tiptap/core";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { useMessages } from "../messages/use-messages.ts";

/** Asks for the address that the selected words should lead to. */
export default function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { link: words } = useMessages().document;
  const dialog = useRef<HTMLDialogElement>(null);
  const hintId = useId();
  const known: unknown = editor.getAttributes("link").href;
  const [address, setAddress] = useState(typeof known === "string" ? known : "");
  const [isInvalid, setInvalid] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (!/^https?:\/\/\S+$/.test(address.trim())) return setInvalid(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !known) {
      const marks = [{ type: "link", attrs: { href: address.trim() } }];
      chain.insertContent({ type: "text", text: address.trim(), marks }).run();
    } else {
      chain.setLink({ href: address.trim() }).run();
    }
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onClose();
  };

  return (
    <dialog ref={dialog} className="link-dialog" aria-label={words.title} onClose={onClose}>
      <form onSubmit={apply} noValidate>
        <label>
          {words.address}
          <input
            type="url"
            inputMode="url"
            value={address}
            aria-describedby={hintId}
            aria-invalid={isInvalid}
            onChange={(event) => setAddress(event.target.value)}
          />
        </label>
        <p id={hintId} className={isInvalid ? "field-error" : "soft"}>
          {isInvalid ? words.invalid : words.hint}
        </p>
        <div className="row">
          <Button type="submit" weight="primary">
            {words.apply}
          </Button>
          {typeof known === "string" && <Button onClick={remove}>{words.remove}</Button>}
          <Button weight="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
