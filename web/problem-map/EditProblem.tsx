import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageTicks } from "../design/VillageTicks.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import { mapKey } from "./map-query.ts";
import { isNamed, ProblemFields } from "./ProblemFields.tsx";
import type { ProblemPageData } from "./problem-query.ts";

/** Changes what the map says of a problem. */
export function EditProblem(props: { data: ProblemPageData; onClose: () => void }) {
  const { form: words } = useProblemMessages();
  const { person } = useMe();
  const queryClient = useQueryClient();
  const [isMissing, setMissing] = useState(false);
  // As it stood when the form was opened: what somebody else changes meanwhile empties no field.
  const [data] = useState(props.data);
  const { id, title, note, theme, urgency, impact, frequency, revision } = data.problem;
  const draft = useDeviceDraft(person.id, `problem ${id} ${revision}`, () => ({
    ...{ title, note, theme, urgency, impact, frequency },
    villageIds: data.directVillageIds as readonly string[],
    basedOn: revision,
  }));
  const { typed } = draft;
  const close = () => {
    draft.clear();
    props.onClose();
  };
  const saving = useMutation({
    mutationFn: ({ basedOn, ...json }: NonNullable<typeof typed>) =>
      requireOk(
        api.problems[":problemId"].$put({
          param: { problemId: id },
          json: { ...json, villageIds: [...json.villageIds], revision: basedOn },
        }),
      ),
    onSuccess: close,
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapKey }),
  });
  if (typed === null) return <Skeleton rows={5} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!isNamed(typed));
    if (isNamed(typed) && !saving.isPending) saving.mutate(typed);
  };
  const others = data.problem.villages.filter(
    (village) => !data.directVillageIds.includes(village.id),
  );
  return (
    <form className="form program-form" onSubmit={submit} noValidate>
      <h1>{words.editTitle}</h1>
      <ProblemFields typed={typed} onChange={draft.set} />
      {others.length > 0 && (
        <p>{words.namedBySource(others.map((village) => village.name).join(", "))}</p>
      )}
      <VillageTicks
        legend={words.villages}
        hint={words.villagesHint}
        villages={data.villages}
        chosen={typed.villageIds}
        onChoose={(villageIds) => draft.set({ ...typed, villageIds })}
      />
      {isMissing && (
        <p role="alert" className="failure-line">
          {words.missing}
        </p>
      )}
      <FailureLine error={saving.error} />
      <div className="row">
        <Button type="submit" weight="primary" icon="check" aria-busy={saving.isPending}>
          {saving.isPending ? words.sending : words.save}
        </Button>
        <Button weight="quiet" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
