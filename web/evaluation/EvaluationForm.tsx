import "../design/forms.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { evaluationScores, maxEvaluationWords } from "../../domain/evidence/evidence-lists.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { evaluationQuery } from "./evaluation-query.ts";

/** One to five and a few words, once. */
export function EvaluationForm({ forumId }: { forumId: string }) {
  const { evaluation: words } = useEvidenceMessages();
  const client = useQueryClient();
  const hintId = useId();
  const form = useKeptForm(`evaluation ${forumId}`, { score: 0, words: "" });
  const { typed } = form;
  const sending = useMutation({
    mutationFn: () =>
      requireOk(api.forums[":forumId"].evaluation.$put({ param: { forumId }, json: typed })),
    onSuccess: () => form.clear(),
    onSettled: () => client.invalidateQueries(evaluationQuery(forumId)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!sending.isPending) sending.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>{words.lead}</p>
      <fieldset className="evaluation-choices">
        <legend>{words.score}</legend>
        {evaluationScores.map((score) => (
          <label key={score} className="tick">
            <input
              type="radio"
              name="score"
              required
              checked={typed.score === score}
              onChange={() => form.set({ ...typed, score })}
            />
            {words.scores[score]}
          </label>
        ))}
      </fieldset>
      <label className="field">
        {words.words}
        <textarea
          rows={2}
          maxLength={maxEvaluationWords}
          value={typed.words}
          aria-describedby={hintId}
          onChange={(event) => form.set({ ...typed, words: event.target.value })}
        />
        <span id={hintId} className="field-hint">
          {words.wordsHint}
        </span>
      </label>
      <FailureLine error={sending.error} />
      <div>
        <Button type="submit" weight="primary" icon="send" aria-busy={sending.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
