import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Notice } from "../design/Notice.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { formatMoment } from "../time.ts";
import { mapKey } from "./map-query.ts";
import { ProblemWeight } from "./ProblemItem.tsx";
import type { VotePageData } from "./problem-query.ts";

/** The representative chooses for their village. */
export function BallotForm({ vote }: { vote: VotePageData }) {
  const { votes: words } = useProblemMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const queryClient = useQueryClient();
  const { own, problems, choices } = vote;
  const [ticked, setTicked] = useState<readonly string[]>(own?.problemIds ?? []);
  // What was merged meanwhile is chosen no more by its old name.
  const chosen = ticked.filter((id) => problems.some((problem) => problem.id === id));
  const sending = useMutation({
    mutationFn: () =>
      requireOk(
        api["priority-votes"][":voteId"].ballot.$put({
          param: { voteId: vote.id },
          json: { problemIds: [...chosen], revision: own?.revision ?? 0 },
        }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapKey }),
  });
  const isFull = chosen.length >= choices;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length > 0 && !sending.isPending) sending.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      {own && (
        <Notice icon="check">
          {`${words.saved(own.by, formatMoment(own.at, Date.now(), messages, language))} ${words.savedHint}`}
        </Notice>
      )}
      <fieldset className="theme-ticks ballot">
        <legend>
          <strong>{words.choose(choices)}</strong>
        </legend>
        {problems.map((problem) => {
          const { id, title, villages } = problem;
          const isChosen = chosen.includes(id);
          return (
            <label key={id} className="tick">
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={(event) =>
                  setTicked(
                    event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id),
                  )
                }
              />
              <span className="tick-text">
                {title}
                <span className="row small soft">
                  <ProblemWeight problem={problem} />
                  {villages.map((village) => (
                    <VillageBadge key={village.id} village={village} />
                  ))}
                </span>
              </span>
            </label>
          );
        })}
      </fieldset>
      <p role="status" className="small soft">
        {words.left(choices - chosen.length)}
      </p>
      <FailureLine error={sending.error} />
      <div className="row">
        <Button
          type="submit"
          weight="primary"
          icon="send"
          disabled={chosen.length === 0}
          aria-busy={sending.isPending}
        >
          {sending.isPending ? words.sending : own ? words.change : words.save}
        </Button>
      </div>
    </form>
  );
}
