import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type ProgramStage, programStages } from "../../domain/evidence/evidence-lists.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { MeanwhileWords } from "../forums/MeanwhileWords.tsx";
import { useMeanwhile } from "../forums/use-meanwhile.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { ChangeList } from "./ChangeList.tsx";
import { evidenceKey, type Stage, stagesQuery } from "./evidence-query.ts";
import { ProofPart } from "./ProofPart.tsx";
import { StageBadge } from "./StageBadge.tsx";
import { shownDay } from "./shown-values.ts";

/** One stage of the programme: its days, and for whoever reads the evidence what proves it. */
export function StagePage({ stage: name }: { stage: ProgramStage }) {
  const words = useEvidenceMessages();
  const query = useQuery(stagesQuery);
  const title = words.stage.title(programStages.indexOf(name) + 1, words.stageNames[name]);
  const stage = query.data?.stages.find((each) => each.stage === name);
  return (
    <PageFrame title={title} back="/program">
      {(query.data || !query.isError) && <h1>{title}</h1>}
      {query.data && stage ? (
        <>
          <div>
            <StageBadge state={stage.state} />
          </div>
          {query.data.mayEdit ? <StageForm stage={stage} /> : <StageDays stage={stage} />}
          {stage.evidence && (
            <>
              <ProofPart
                subjectKind="stage"
                subjectId={name}
                {...stage.evidence}
                mayEdit={query.data.mayEdit}
                keepsFiles={query.data.keepsFiles}
                forums={query.data.forums}
              />
              <details className="section evidence-history">
                <summary>{words.indicator.changes}</summary>
                <ChangeList thing={{ subjectKind: "stage", subjectId: name }} />
              </details>
            </>
          )}
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function StageDays({ stage }: { stage: Stage }) {
  const { stage: words } = useEvidenceMessages();
  const [language] = useLanguage();
  const days = [
    [words.planned, stage.plannedOn],
    [words.begun, stage.begunOn],
    [words.done, stage.doneOn],
  ] as const;
  return (
    <dl className="facts">
      {days.map(([name, day]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{day === null ? "–" : shownDay(day, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

const fields = [
  ["plannedOn", "planned"],
  ["begunOn", "begun"],
  ["doneOn", "done"],
] as const;

function StageForm({ stage }: { stage: Stage }) {
  const { stage: words, save, saved } = useEvidenceMessages();
  const [language] = useLanguage();
  const client = useQueryClient();
  const { plannedOn, begunOn, doneOn } = stage;
  const [seen, setSeen] = useState({ plannedOn, begunOn, doneOn });
  const [days, setDays] = useState(seen);
  const saving = useMutation({
    mutationFn: () =>
      requireOk(
        api.program.stages[":stage"].$put({
          param: { stage: stage.stage },
          json: { days, basedOn: seen },
        }),
      ),
    onSuccess: () => setSeen(days),
    onSettled: () => client.invalidateQueries({ queryKey: evidenceKey }),
  });
  const meanwhile = useMeanwhile({
    ...{ error: saving.error, known: { plannedOn, begunOn, doneOn }, basedOn: seen },
    onSeen: setSeen,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  return (
    <form className="form" aria-label={words.days} onSubmit={submit} onChange={saving.reset}>
      {meanwhile && (
        <MeanwhileWords
          lines={fields.map(([field, name]) => {
            const day = meanwhile[field];
            return `${words[name]}: ${day === null ? "–" : shownDay(day, language)}`;
          })}
        />
      )}
      <div className="evidence-days">
        {fields.map(([field, name]) => {
          const day = days[field];
          return (
            <TextField
              key={field}
              label={words[name]}
              type="date"
              value={day ?? ""}
              // Browsers show a day in the device's own way, which may put the month first.
              {...(day === null ? {} : { hint: shownDay(day, language) })}
              onText={(text) => setDays({ ...days, [field]: text || null })}
            />
          );
        })}
      </div>
      <FailureLine error={saving.error} />
      {saving.isSuccess && <p role="status">{saved}</p>}
      <div>
        <Button type="submit" weight="primary" aria-busy={saving.isPending}>
          {save}
        </Button>
      </div>
    </form>
  );
}
