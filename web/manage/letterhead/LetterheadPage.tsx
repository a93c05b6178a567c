import "../../design/forms.css";
import "../../paper/paper.css";
import "../../paper/paper-view.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { type FormEvent, useState } from "react";
import {
  type LetterheadLines,
  letterheadLines,
  maxLetterheadLine,
  shownLetterhead,
} from "../../../domain/letterhead.ts";
import { api, readResponse, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorState } from "../../design/ErrorState.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { PageFrame } from "../../design/PageFrame.tsx";
import { Skeleton } from "../../design/Skeleton.tsx";
import { TextField } from "../../design/TextField.tsx";
import { usePaperMessages } from "../../messages/use-paper-messages.ts";
import { Kop } from "../../paper/Kop.tsx";
import { EmblemPicker } from "./EmblemPicker.tsx";

export type OwnLetterhead = InferResponseType<typeof api.letterhead.$get>;
export const letterheadKey = ["letterhead"] as const;

/** The head of the district's papers, as its camat has it. */
export default function LetterheadPage() {
  const { letterhead: words } = usePaperMessages();
  const query = useQuery({
    queryKey: letterheadKey,
    queryFn: () => readResponse(api.letterhead.$get()),
  });
  return (
    <PageFrame title={words.title} back="/kelola">
      <h1>{words.title}</h1>
      {query.data ? (
        <LetterheadForm data={query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

function LetterheadForm({ data }: { data: OwnLetterhead }) {
  const { letterhead: words } = usePaperMessages();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<LetterheadLines>(data.typed);
  const shown = shownLetterhead(typed, data.names);
  const saving = useMutation({
    mutationFn: () =>
      requireOk(api.letterhead.$put({ json: { lines: typed, basedOn: data.revision } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: letterheadKey }),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <>
      <section className="section" aria-label={words.preview}>
        <p>{words.hint}</p>
        <div className="paper-view">
          <div className="paper kop-preview" lang="id">
            <Kop lines={shown} emblem={data.emblem && `/api/letterhead/emblem?v=${data.emblem}`} />
          </div>
        </div>
      </section>
      <form className="form" onSubmit={save} onChange={saving.reset}>
        <p className="field-hint">{words.lead}</p>
        {letterheadLines.map((line) => (
          <TextField
            key={line}
            label={words.lines[line]}
            value={typed[line]}
            placeholder={typed[line] === "" ? shown[line] : undefined}
            maxLength={maxLetterheadLine}
            onText={(text) => setTyped({ ...typed, [line]: text })}
          />
        ))}
        <FailureLine error={saving.error} />
        {saving.isSuccess && <p role="status">{words.saved}</p>}
        <div className="row">
          <Button type="submit" weight="primary" aria-busy={saving.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
      <EmblemPicker data={data} />
    </>
  );
}
