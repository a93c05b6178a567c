import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { maxChoices } from "../../domain/problems/rules.ts";
import { dayInWib, fromWib } from "../../domain/wib.ts";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { VillageTicks } from "../design/VillageTicks.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { mapKey, mapQuery } from "./map-query.ts";
import type { ListedProblem } from "./problem-query.ts";

interface Props {
  problems: readonly ListedProblem[];
  onClose: () => void;
}

const weekMs = 7 * 24 * 3_600_000;
const usualChoices = 3;

/** Asks the villages which of these come first. */
export function NewVoteDialog({ problems, onClose }: Props) {
  const { votes: words } = useProblemMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const { data: map } = useQuery(mapQuery);
  const most = Math.min(maxChoices, problems.length - 1);
  const [typed, setTyped] = useState(() => ({
    id: crypto.randomUUID() as string,
    title: words.defaultName,
    choices: Math.min(usualChoices, most),
    day: dayInWib(Date.now() + weekMs),
    isOpenVote: true,
    left: [] as string[],
  }));
  const villages = map?.villages ?? [];
  const asked = villages.filter(({ id }) => !typed.left.includes(id)).map(({ id }) => id);
  const opening = useMutation({
    mutationFn: () => {
      const { id, title, choices, day, isOpenVote } = typed;
      return requireOk(
        api["priority-votes"].$post({
          json: {
            ...{ id, title, choices, isOpenVote, villageIds: asked },
            endsAt: (fromWib(day, "23:59") ?? 0) + 59_999,
            problemIds: problems.map((problem) => problem.id),
          },
        }),
      );
    },
    onSuccess: () => go(`/program/peta/suara/${typed.id}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapKey }),
  });
  return (
    <FormDialog
      title={words.newTitle}
      send={words.send(asked.length)}
      cancel={words.cancel}
      icon="check"
      isPending={opening.isPending}
      error={opening.error}
      onSend={() => opening.mutate()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        autoComplete="off"
        value={typed.title}
        onText={(title) => setTyped({ ...typed, title })}
      />
      <ul className="small plain-list">
        {problems.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      <div className="scale-steps">
        <SelectField
          label={words.choices}
          value={`${typed.choices}`}
          options={Array.from({ length: most }, (_, at) => [`${at + 1}`, `${at + 1}`] as const)}
          onChoose={(choices) => setTyped({ ...typed, choices: Number(choices) })}
        />
        <TextField
          label={words.ends}
          hint={words.endsHint}
          type="date"
          value={typed.day}
          onText={(day) => setTyped({ ...typed, day })}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={typed.isOpenVote}
          onChange={(event) => setTyped({ ...typed, isOpenVote: event.target.checked })}
        />
        <span className="tick-text">
          {words.openVote}
          <span className="field-hint">{words.openVoteHint}</span>
        </span>
      </label>
      <VillageTicks
        legend={words.villages}
        all={words.allVillages}
        villages={villages}
        chosen={asked}
        onChoose={(ids) =>
          setTyped({
            ...typed,
            left: villages.map(({ id }) => id).filter((id) => !ids.includes(id)),
          })
        }
      />
    </FormDialog>
  );
}
