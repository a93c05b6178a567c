import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { allProblems } from "./list-address.ts";
import { mapKey } from "./map-query.ts";
import { problemsQuery } from "./problem-query.ts";
import type { GivenSource } from "./source-address.ts";

/** More than are looked through in a list of a phone; what is further down is merged later. */
const shownPages = 4;

/** Instead of a new problem: one more source of one that stands on the map. */
export function AddToExisting({ source, onAdded }: { source: GivenSource; onAdded: () => void }) {
  const { form: words } = useProblemMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const [problemId, setProblemId] = useState("");
  const { data } = useQuery(problemsQuery(allProblems, shownPages));
  const adding = useMutation({
    mutationFn: () =>
      requireOk(api.problems[":problemId"].sources.$post({ param: { problemId }, json: source })),
    onSuccess: () => {
      onAdded();
      go(`/program/peta/masalah/${problemId}`, { replace: true });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapKey }),
  });
  const problems = data?.problems ?? [];
  return (
    <section className="section program-form" aria-labelledby="existing">
      <h2 id="existing">{words.existing}</h2>
      <SelectField
        label={words.chooseExisting}
        value={problemId}
        options={[["", "—"], ...problems.map(({ id, title }) => [id, title] as const)]}
        onChoose={setProblemId}
      />
      <FailureLine error={adding.error} />
      <div className="row">
        <Button
          icon="plus"
          disabled={problemId === ""}
          aria-busy={adding.isPending}
          onClick={() => adding.isPending || adding.mutate()}
        >
          {words.addToExisting}
        </Button>
      </div>
    </section>
  );
}
