import { useEffect, useRef, useState } from "react";
import type { Period } from "../../domain/evidence/period.ts";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { saveFile } from "../design/save-file.ts";
import { evidenceId } from "../messages/evidence-id.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";

type Step =
  | { kind: "idle" | "preparing" | "packing" | "cancelled" }
  | { kind: "fetching"; done: number; all: number; name: string }
  | { kind: "done"; name: string; missingCount: number }
  | { kind: "failed"; error: unknown };

/** All of the evidence as one ZIP, made on this device; what packs it comes only now. */
export function PackPart({ period }: { period: Period }) {
  const words = useEvidenceMessages();
  const { pack } = words;
  const [step, setStep] = useState<Step>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const isBusy = step.kind === "preparing" || step.kind === "fetching" || step.kind === "packing";

  const start = async () => {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setStep({ kind: "preparing" });
    try {
      const [{ makePack }, data] = await Promise.all([
        import("./pack/make-pack.ts"),
        readResponse(api.evidence.export.$post({ json: period })),
      ]);
      signal.throwIfAborted();
      const { parts, missingCount } = await makePack({
        data,
        // Papers are Indonesian whatever the screen speaks.
        words: evidenceId,
        origin: location.origin,
        fetchFile: async ({ id }, until) => {
          const request = fetch(`/api/evidence/files/${id}`, { signal: until });
          return new Uint8Array(await (await requireOk(request)).arrayBuffer());
        },
        onProgress: (at) =>
          signal.aborted || setStep(at ? { kind: "fetching", ...at } : { kind: "packing" }),
        signal,
      });
      const name = evidenceId.pack.fileName(period.from, period.to);
      saveFile(name, "application/zip", parts);
      setStep({ kind: "done", name, missingCount });
    } catch (error) {
      if (!signal.aborted) setStep({ kind: "failed", error });
    }
  };
  const cancel = () => {
    running.current?.abort();
    setStep({ kind: "cancelled" });
  };
  return (
    <section className="section" aria-labelledby="pack">
      <h2 id="pack">{pack.title}</h2>
      <p>{pack.lead}</p>
      {isBusy ? (
        <div className="section">
          <p role="status">
            {step.kind === "fetching"
              ? pack.fetching(step.done, step.all, step.name)
              : step.kind === "packing"
                ? pack.packing
                : pack.preparing}
          </p>
          <progress
            className="file-progress"
            aria-label={pack.title}
            {...(step.kind === "fetching" ? { max: step.all, value: step.done - 1 } : {})}
          />
          <div>
            <Button icon="close" onClick={cancel}>
              {words.cancel}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <Button weight="primary" icon="document" onClick={() => void start()}>
            {pack.start}
          </Button>
        </div>
      )}
      {step.kind === "cancelled" && <p role="status">{pack.cancelled}</p>}
      {step.kind === "failed" && <FailureLine error={step.error} />}
      {step.kind === "done" && (
        <p role="status">
          {pack.done(step.name)} {step.missingCount > 0 && pack.missing(step.missingCount)}
        </p>
      )}
    </section>
  );
}
