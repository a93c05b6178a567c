import { type ChangeEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { usePublicCheckMessages } from "../messages/use-public-check-messages.ts";

/** Where a file is chosen, or dropped where there is a mouse. */
export function FileChoice({ onFile }: { onFile: (file: File) => void }) {
  const { file: words } = usePublicCheckMessages();
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useDrop(onFile);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) onFile(file);
    // So that the same file can be chosen again.
    target.value = "";
  };
  return (
    <section className="file-drop" data-over={isOver || undefined} aria-labelledby={titleId}>
      <h2 id={titleId}>{words.title}</h2>
      <p>{words.what}</p>
      <div className="row">
        <Button
          weight="primary"
          size="large"
          icon="document"
          onClick={() => input.current?.click()}
        >
          {words.choose}
        </Button>
        <span className="soft only-with-mouse">{words.drop}</span>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={words.choose}
        hidden
        onChange={choose}
      />
      <p className="small soft">{words.private}</p>
    </section>
  );
}

/** Anywhere on the page: a file that misses its place would be opened in the page's stead. */
function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) latest.current(file);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  return isOver;
}
