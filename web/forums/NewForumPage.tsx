import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { can } from "../../domain/permissions.ts";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { useMe } from "../session/SignedIn.tsx";
import { PlanFieldset } from "./PlanFieldset.tsx";
import {
  comingPlanOf,
  noPlan,
  type Plan,
  type PlanFields,
  type PlanMistake,
  seasonOf,
} from "./plan-fields.ts";
import { useKeptForm } from "./use-kept-form.ts";

/** A forum is planned; its minutes and a first agenda come with it. */
export function NewForumPage() {
  const { person, roles } = useMe();
  const actor = { personId: person.id, villageId: person.village?.id ?? null, roles };
  return can(actor, "forum.create") ? <NewForum /> : <NotFoundPage />;
}

function NewForum() {
  const { forum: words } = usePrepareMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const form = useKeptForm("new forum", { ...noPlan, id: crypto.randomUUID(), isTitled: false });
  const [mistake, setMistake] = useState<PlanMistake | null>(null);
  const { id, isTitled, ...typed } = form.typed;
  const { quarter, year } = seasonOf(typed.day, Date.now());
  const fields = isTitled ? typed : { ...typed, title: words.suggested(quarter, year) };
  const creating = useMutation({
    mutationFn: (plan: Plan) => readResponse(api.forums.$post({ json: { ...plan, id } })),
    onSuccess: async ({ forumId }) => {
      form.clear();
      await queryClient.invalidateQueries({ queryKey: ["home"] });
      go(`/forum/${forumId}`, { replace: true });
    },
  });
  const change = (changes: Partial<PlanFields>) => {
    setMistake(null);
    form.set({ ...form.typed, ...changes, isTitled: isTitled || changes.title !== undefined });
  };
  const create = (event: FormEvent) => {
    event.preventDefault();
    const plan = comingPlanOf(fields, Date.now());
    setMistake(typeof plan === "string" ? plan : null);
    if (typeof plan !== "string" && !creating.isPending) creating.mutate(plan);
  };
  return (
    <PageFrame title={words.createTitle} back="/forum">
      <h1>{words.createTitle}</h1>
      <p className="soft">{words.createHint}</p>
      <form className="form prepare-form" onSubmit={create} noValidate>
        <PlanFieldset fields={fields} onChange={change} />
        {mistake && (
          <p role="alert" className="failure-line">
            {words.problems[mistake]}
          </p>
        )}
        <FailureLine error={creating.error} />
        <div className="row">
          <Button type="submit" weight="primary" size="large" aria-busy={creating.isPending}>
            {words.create}
          </Button>
        </div>
      </form>
    </PageFrame>
  );
}
