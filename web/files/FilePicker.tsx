import "./files.css";
import { type ChangeEvent, useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useFilesMessages } from "../messages/use-files-messages.ts";
import type { AddedFile, FileSubject } from "./send-file.ts";
import { type SendingState, useFileSending } from "./use-file-sending.ts";

type Props = FileSubject & {
  onAdded: (file: AddedFile) => void;
  /** Whether a file is on its way: a form that is closed meanwhile would stop it. */
  onBusy?: (isBusy: boolean) => void;
};

/** Takes a photo or a scan and sends it, with progress, a way to stop, and a second try. */
export function FilePicker({ onAdded, onBusy, ...subject }: Props) {
  const words = useFilesMessages();
  const { state, send, cancel } = useFileSending(subject, onAdded);
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const isBusy = state.step === "preparing" || state.step === "sending";
  useEffect(() => {
    onBusy?.(isBusy);
    // Whoever takes the picker away when its file has come waits no longer.
    return () => onBusy?.(false);
  }, [onBusy, isBusy]);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // So that the same file can be chosen again.
    target.value = "";
    if (file) void send(file);
  };
  return (
    <div className="section">
      {!isBusy && (
        <>
          <div className="row">
            {matchMedia("(pointer: coarse)").matches && (
              <Button icon="camera" onClick={() => camera.current?.click()}>
                {words.camera}
              </Button>
            )}
            <Button icon="document" onClick={() => files.current?.click()}>
              {state.step === "failed" ? words.other : words.choose}
            </Button>
          </div>
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            onChange={take}
          />
          <input
            ref={files}
            type="file"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            aria-label={words.choose}
            hidden
            onChange={take}
          />
          <p className="small soft">
            {words.what} {words.private}
          </p>
        </>
      )}
      <Progress state={state} onCancel={cancel} />
      {state.step === "failed" && (
        <div className="section">
          {state.why === "tooLarge" || state.why === "unreadable" ? (
            <p role="alert" className="failure-line">
              {words[state.why]}
            </p>
          ) : (
            <FailureLine error={state.why} />
          )}
          {state.mayHelp && (
            <>
              <p>{words.kept}</p>
              <div>
                <Button icon="send" onClick={() => void send(state.file)}>
                  {words.again(state.file.name)}
                </Button>
              </div>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Progress({ state, onCancel }: { state: SendingState; onCancel: () => void }) {
  const words = useFilesMessages();
  switch (state.step) {
    case "preparing":
      return <p role="status">{words.preparing(state.name)}</p>;
    case "sending": {
      const { name, part } = state;
      const percent = Math.floor(part * 100);
      const label = part < 1 ? words.sending(name, percent) : words.finishing(name);
      return (
        <div className="section">
          <p>{label}</p>
          <progress className="file-progress" max={1} value={part} aria-label={label} />
          <div>
            <Button icon="close" onClick={onCancel}>
              {words.cancel}
            </Button>
          </div>
        </div>
      );
    }
    case "cancelled":
      return <p role="status">{words.cancelled}</p>;
    case "added":
      return <p role="status">{words.added(state.name)}</p>;
    case "idle":
    case "failed":
      return null;
  }
}
