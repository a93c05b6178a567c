import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { mapKey } from "./map-query.ts";
import type { ProblemPageData } from "./problem-query.ts";

/** What facilitators do with a problem. */
export function ProblemActs({ data, onEdit }: { data: ProblemPageData; onEdit: () => void }) {
  const { page: words } = useProblemMessages();
  const queryClient = useQueryClient();
  const [isSeparating, setSeparating] = useState(false);
  const { problem, may } = data;
  const param = { problemId: problem.id };
  const { revision } = problem;
  const onSettled = () => queryClient.invalidateQueries({ queryKey: mapKey });
  const moving = useMutation({
    mutationFn: (isSetAside: boolean) =>
      requireOk(api.problems[":problemId"].state.$put({ param, json: { revision, isSetAside } })),
    onSettled,
  });
  const separating = useMutation({
    mutationFn: () =>
      requireOk(api.problems[":problemId"].separation.$put({ param, json: { revision } })),
    onSuccess: () => setSeparating(false),
    onSettled,
  });
  if (!may.edit && !may.takeUp) return null;
  return (
    <div className="section">
      <div className="row">
        {may.edit && (
          <Button icon="pencil" onClick={onEdit}>
            {words.edit}
          </Button>
        )}
        {may.separate && (
          <Button weight="quiet" icon="undo" onClick={() => setSeparating(true)}>
            {words.separate}
          </Button>
        )}
        {may.edit ? (
          <Button
            weight="quiet"
            icon="close"
            onClick={() => moving.isPending || moving.mutate(true)}
          >
            {words.setAside}
          </Button>
        ) : (
          <Button icon="undo" onClick={() => moving.isPending || moving.mutate(false)}>
            {words.takeUp}
          </Button>
        )}
      </div>
      <FailureLine error={moving.error} />
      {isSeparating && (
        <ConfirmDialog
          title={words.separateQuestion(problem.title)}
          confirm={words.separate}
          cancel={words.cancel}
          isPending={separating.isPending}
          error={separating.error}
          onConfirm={() => separating.mutate()}
          onClose={() => setSeparating(false)}
        >
          <p>{words.separateWords}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
