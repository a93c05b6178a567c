import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { api, isStatus, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { ChangedMeanwhile } from "./ChangedMeanwhile.tsx";
import { type ForumPageData, forumQuery } from "./forum-query.ts";
import { PlanFieldset } from "./PlanFieldset.tsx";
import { fieldsOf, type PlanMistake, planOf } from "./plan-fields.ts";
import { differing, type Settings, settingsOf } from "./settings.ts";

/** What was planned is changed; of two who change it at once the second is told what the first did. */
export function ForumSettings({ data }: { data: ForumPageData }) {
  const { forum: words, save } = usePrepareMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const { id } = data.forum;
  const [seen, setSeen] = useState(() => settingsOf(data.forum));
  const [fields, setFields] = useState(() => fieldsOf(seen));
  const [lanesAreOpen, setLanesAreOpen] = useState(seen.lanesAreOpen);
  const [leader, setLeader] = useState(seen.leaderPersonId ?? "");
  const [meanwhile, setMeanwhile] = useState<Partial<Settings> | null>(null);
  const [mistake, setMistake] = useState<PlanMistake | null>(null);
  const plan = planOf(fields);
  const typed: Settings | null =
    typeof plan === "string"
      ? null
      : { ...plan, lanesAreOpen, leaderPersonId: leader === "" ? null : leader };
  const saving = useMutation({
    mutationFn: async (wanted: Settings) => {
      const changes = differing(seen, wanted);
      if (Object.keys(changes).length === 0) return;
      const json = { changes, basedOn: seen };
      await requireOk(api.forums[":forumId"].$patch({ param: { forumId: id }, json }));
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["forum", id] });
      void queryClient.invalidateQueries({ queryKey: ["home"] });
      go(`/forum/${id}`, { replace: true });
    },
    onError: async (error, wanted) => {
      if (!isStatus(error, 409)) return;
      const fresh = await queryClient.fetchQuery({ ...forumQuery(id), staleTime: 0 });
      const now = settingsOf(fresh.forum);
      const merged = { ...now, ...differing(seen, wanted) };
      setMeanwhile(differing(seen, now));
      setSeen(now);
      setFields(fieldsOf(merged));
      setLanesAreOpen(merged.lanesAreOpen);
      setLeader(merged.leaderPersonId ?? "");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMistake(typeof plan === "string" ? plan : null);
    if (typed && !saving.isPending) saving.mutate(typed);
  };
  const minuteTakers = [...data.officials, ...data.villages.flatMap(({ people }) => people)].filter(
    ({ roles }) => roles.some((role) => role === "minuteTaker"),
  );
  return (
    <form className="form prepare-form" onSubmit={submit} noValidate>
      {meanwhile && <ChangedMeanwhile changes={meanwhile} data={data} />}
      <PlanFieldset
        fields={fields}
        onChange={(changes) => {
          setMistake(null);
          setFields({ ...fields, ...changes });
        }}
      />
      <SelectField
        label={words.leader}
        hint={words.leaderHint}
        value={leader}
        options={[
          ["", words.noLeader],
          ...minuteTakers.map(({ id: personId, name }) => [personId, name] as const),
        ]}
        onChoose={setLeader}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={lanesAreOpen}
          onChange={(event) => setLanesAreOpen(event.target.checked)}
        />
        <span className="tick-words">
          {words.lanesAreOpen}
          <span className="field-hint">{words.lanesHint}</span>
        </span>
      </label>
      {mistake && (
        <p role="alert" className="failure-line">
          {words.problems[mistake]}
        </p>
      )}
      {!meanwhile && <FailureLine error={saving.error} />}
      <div className="row">
        <Button type="submit" weight="primary" size="large" aria-busy={saving.isPending}>
          {save}
        </Button>
      </div>
    </form>
  );
}
