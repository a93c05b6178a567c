import { useEffect, useRef, useState } from "react";
import { api, readResponse } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { saveFile } from "../../design/save-file.ts";
import { useForumExportMessages } from "../../messages/use-forum-export-messages.ts";
import { fileName } from "../file-name.ts";

type Step =
  | { kind: "idle" | "preparing" | "cancelled" }
  | { kind: "making"; done: number; all: number; path: string }
  | { kind: "done"; name: string; missing: string[] }
  | { kind: "failed"; error: unknown };

/** A whole forum as one ZIP, made on this device; what makes it comes only now. */
export default function ForumExport({ forumId, title }: { forumId: string; title: string }) {
  const words = useForumExportMessages();
  const [step, setStep] = useState<Step>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setStep({ kind: "preparing" });
    try {
      const [{ forumPlan }, { makeForumZip }, { forumIndex }] = await Promise.all([
        import("./forum-plan.ts"),
        import("./make-forum-zip.ts"),
        import("./forum-index.ts"),
      ]);
      const path = api.forums[":forumId"];
      const param = { forumId };
      // First, for it refuses whoever may not, and records it.
      const page = await readResponse(path.export.$post({ param }, { init: { signal } }));
      const [attendance, register, letterhead] = await Promise.all([
        readResponse(path.attendance.$get({ param }, { init: { signal } })),
        readResponse(path.register.$get({ param }, { init: { signal } })),
        readResponse(path.letterhead.$get({ param }, { init: { signal } })),
      ]);
      const data = { page, attendance, register, letterhead };
      const now = page.exportedAt;
      const files = forumPlan(data, now);
      const { zip, missing } = await makeForumZip({
        files,
        index: (failed) => forumIndex(data, files, failed, now),
        onProgress: (at) => signal.aborted || setStep({ kind: "making", ...at }),
        signal,
      });
      const name = fileName(title, "zip");
      saveFile(name, "application/zip", [zip]);
      setStep({ kind: "done", name, missing });
    } catch (error) {
      if (!signal.aborted) setStep({ kind: "failed", error });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setStep({ kind: "cancelled" });
  };
  const isBusy = step.kind === "preparing" || step.kind === "making";
  const isAgain = step.kind === "done" || step.kind === "failed";
  return (
    <section className="section" aria-labelledby="forum-export">
      <h2 id="forum-export">{words.title}</h2>
      <p>{words.lead}</p>
      {isBusy ? (
        <>
          <p role="status">
            {step.kind === "making"
              ? words.making(step.done, step.all, step.path)
              : words.preparing}
          </p>
          <progress
            className="file-progress"
            aria-label={words.title}
            {...(step.kind === "making" ? { max: step.all, value: step.done - 1 } : {})}
          />
          <div>
            <Button icon="close" onClick={cancel}>
              {words.cancel}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button icon="down" onClick={() => void start()}>
            {isAgain ? words.again : words.start}
          </Button>
        </div>
      )}
      {step.kind === "cancelled" && <p role="status">{words.cancelled}</p>}
      {step.kind === "failed" && <FailureLine error={step.error} />}
      {step.kind === "done" && <p role="status">{words.done(step.name)}</p>}
      {step.kind === "done" && step.missing.length > 0 && (
        <div role="alert">
          <p>{words.missing(step.missing.length)}</p>
          <ul>
            {step.missing.map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
