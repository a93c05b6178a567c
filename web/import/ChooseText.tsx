import { type ChangeEvent, type ClipboardEvent, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { useImportMessages } from "../messages/use-import-messages.ts";
import { htmlOfText, htmlOnClipboard } from "./clipboard-html.ts";
import type { ImportTroubleKind } from "./import-trouble.ts";

interface Props {
  trouble: ImportTroubleKind | null;
  onFile: (file: File) => void;
  onPaste: (html: string) => void;
  onClose: () => void;
}

const accepted = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A Word file, or a field to paste into. */
export function ChooseText({ trouble, onFile, onPaste, onClose }: Props) {
  const words = useImportMessages();
  const files = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // So that the same file can be chosen again.
    target.value = "";
    if (file) onFile(file);
  };
  const paste = (event: ClipboardEvent) => {
    const html = htmlOnClipboard(event.clipboardData);
    if (html === null) return;
    event.preventDefault();
    onPaste(html);
  };
  return (
    <>
      {trouble !== null && (
        <p role="alert" className="failure-line">
          {words.troubles[trouble]}
        </p>
      )}
      <p>{words.lead}</p>
      <div>
        <Button weight="primary" icon="document" onClick={() => files.current?.click()}>
          {words.choose}
        </Button>
        <input
          ref={files}
          type="file"
          accept={accepted}
          aria-label={words.choose}
          hidden
          onChange={take}
        />
      </div>
      <label className="field">
        {words.or}
        <textarea
          rows={3}
          placeholder={words.pasteHere}
          onPaste={paste}
          // Some keyboards of phones put in what they pasted as if it had been typed.
          onChange={({ target }) => target.value.trim() !== "" && onPaste(htmlOfText(target.value))}
        />
      </label>
      <div>
        <Button weight="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}
