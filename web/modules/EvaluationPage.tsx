import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { evaluationScales, maxEvaluationWord, scaleSteps } from "../../domain/modules.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { programWaitingQuery } from "../home/program-waiting-query.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { type ModuleData, moduleQuery, modulesKey } from "./modules-query.ts";

/** What somebody thinks of a module after a forum: four taps and a word. */
export function EvaluationPage({ moduleId, forumId }: { moduleId: string; forumId: string }) {
  const { evaluation: words } = useModulesMessages();
  const query = useQuery(moduleQuery(moduleId));
  const [isSent, setSent] = useState(false);
  const use = query.data?.own.find((each) => each.forumId === forumId);
  const toModule = <Link href={`/program/modul/${moduleId}`}>{words.toModule}</Link>;
  return (
    <PageFrame title={words.title} back={`/program/modul/${moduleId}`}>
      <h1>{words.title}</h1>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : !query.data ? (
        <Skeleton rows={4} />
      ) : isSent || use?.isGiven ? (
        <>
          <p role="status">{words.given}</p>
          <p>{toModule}</p>
        </>
      ) : use ? (
        <>
          <p className="soft">{words.of(query.data.title, use.title)}</p>
          <EvaluationForm module={query.data} forumId={forumId} onSent={() => setSent(true)} />
        </>
      ) : (
        <>
          <EmptyState icon="tasks">{words.notYours}</EmptyState>
          <p>{toModule}</p>
        </>
      )}
    </PageFrame>
  );
}

interface Props {
  module: ModuleData;
  forumId: string;
  onSent: () => void;
}

function EvaluationForm({ module, forumId, onSent }: Props) {
  const { evaluation: words, scales, steps } = useModulesMessages();
  const queryClient = useQueryClient();
  const form = useKeptForm(`evaluation ${module.id} ${forumId}`, {
    clear: 0,
    useful: 0,
    fitting: 0,
    applicable: 0,
    word: "",
  });
  const { word, ...answers } = form.typed;
  const [isChecked, setChecked] = useState(false);
  const missing = evaluationScales.filter((scale) => answers[scale] === 0).length;
  const sending = useMutation({
    mutationFn: () =>
      requireOk(
        api.modules[":moduleId"].evaluations[":forumId"].$put({
          param: { moduleId: module.id, forumId },
          json: { scales: answers, word },
        }),
      ),
    onSuccess: () => {
      form.clear();
      onSent();
      void queryClient.invalidateQueries({ queryKey: programWaitingQuery.queryKey });
      return queryClient.invalidateQueries({ queryKey: modulesKey });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (missing === 0 && !sending.isPending) sending.mutate();
  };
  return (
    <form className="form module-form" onSubmit={send} noValidate>
      <p>{words.why}</p>
      {evaluationScales.map((scale) => (
        <fieldset key={scale} className="module-scale">
          <legend>{scales[scale]}</legend>
          <div className="module-scale-steps">
            {scaleSteps.map((step) => (
              <label key={step} className="module-scale-step">
                <input
                  type="radio"
                  name={scale}
                  value={step}
                  checked={answers[scale] === step}
                  onChange={() => form.set({ ...form.typed, [scale]: step })}
                />
                {steps[step - 1]}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <label className="field">
        {words.word}
        <textarea
          rows={3}
          maxLength={maxEvaluationWord}
          value={word}
          onChange={(event) => form.set({ ...form.typed, word: event.target.value })}
        />
      </label>
      <p className="small soft">{words.kept}</p>
      {isChecked && missing > 0 && (
        <p role="alert" className="failure-line">
          {words.missing(missing)}
        </p>
      )}
      <FailureLine error={sending.error} />
      <div>
        <Button
          type="submit"
          weight="primary"
          size="large"
          icon="send"
          aria-busy={sending.isPending}
        >
          {sending.isPending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
