import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, readResponse, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { saveFile } from "../../design/save-file.ts";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import type { AuditQuestion } from "./AuditFilter.tsx";

/** The log as a file, and the proof that nobody changed it. */
export function AuditTools({ question, isWhole }: { question: AuditQuestion; isWhole: boolean }) {
  const { audit: words } = useCareMessages();
  const [reached, setReached] = useState(0);
  const save = useMutation({
    mutationFn: () => fetchTable(question),
    onSuccess: (parts) => saveFile("catatan-peristiwa.csv", "text/csv;charset=utf-8", parts),
  });
  const check = useMutation({ mutationFn: () => checkChain(question.district, setReached) });
  return (
    <section className="section">
      <div className="row">
        <Button
          icon="document"
          aria-busy={save.isPending}
          onClick={() => save.isPending || save.mutate()}
        >
          {save.isPending ? words.saving : words.save}
        </Button>
        {isWhole && (
          <Button
            icon="seal"
            aria-busy={check.isPending}
            onClick={() => check.isPending || check.mutate()}
          >
            {words.check}
          </Button>
        )}
      </div>
      <div role="status" className="audit-result">
        {check.isPending && words.checking(reached)}
        {check.data?.state === "intact" && words.intact(check.data.seq, check.data.hash)}
        {check.data?.state === "broken" && <strong>{words.broken(check.data.seq)}</strong>}
      </div>
      <FailureLine error={save.error ?? check.error} />
    </section>
  );
}

/** Part after part; each begins with a byte order mark, which only the first one keeps. */
async function fetchTable(question: AuditQuestion): Promise<string[]> {
  const parts: string[] = [];
  let after: string | null = "0";
  while (after !== null) {
    const query = { ...question, after };
    const answer: Response = await requireOk(api["audit.csv"].$post({ query }));
    const text = (await answer.text()).replace(/^\uFEFF/, "");
    parts.push(parts.length === 0 ? `\uFEFF${text}` : text);
    after = answer.headers.get("x-next-after");
  }
  return parts;
}

async function checkChain(district: string | undefined, onReached: (seq: number) => void) {
  let place = {};
  for (;;) {
    const query = { ...(district ? { district } : {}), ...place };
    const verdict = await readResponse(api.audit.check.$get({ query }));
    if (verdict.state !== "going") return verdict;
    onReached(verdict.seq);
    place = { after: `${verdict.seq}`, hash: verdict.hash };
  }
}
