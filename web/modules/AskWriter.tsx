import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { maxWritingRequest } from "../../domain/modules.ts";
import { api, requireOk } from "../api.ts";
import { ErrorState } from "../design/ErrorState.tsx";
import { FormDialog } from "../design/FormDialog.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { peopleQuery } from "../manage/people-query.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { type ModuleData, modulesKey } from "./modules-query.ts";

/** Somebody of a village is asked to write something in the module. */
export function AskWriter({ module, onClose }: { module: ModuleData; onClose: () => void }) {
  const { writers: words, page } = useModulesMessages();
  const queryClient = useQueryClient();
  const people = useQuery(peopleQuery);
  const form = useKeptForm(`writer of ${module.id}`, { personId: "", request: "" });
  const { personId, request } = form.typed;
  const [isMissing, setMissing] = useState(false);
  const asking = useMutation({
    mutationFn: () =>
      requireOk(
        api.modules[":moduleId"].writers[":personId"].$put({
          param: { moduleId: module.id, personId },
          json: { request },
        }),
      ),
    onSuccess: () => {
      form.clear();
      onClose();
      return queryClient.invalidateQueries({ queryKey: modulesKey });
    },
  });
  const villagers = (people.data?.people ?? [])
    .flatMap(({ id, name, village }) =>
      village ? [{ id, label: `${name}, ${village.name}` }] : [],
    )
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const send = () => {
    const isWrong = personId === "" || request.trim() === "";
    setMissing(isWrong);
    if (!isWrong) asking.mutate();
  };
  return (
    <FormDialog
      title={words.ask}
      send={words.send}
      cancel={page.cancel}
      isPending={asking.isPending}
      error={asking.error}
      onSend={send}
      onClose={onClose}
    >
      {people.isError ? (
        <ErrorState error={people.error} onRetry={people.refetch} />
      ) : people.data ? (
        <SelectField
          label={words.who}
          value={personId}
          options={[
            ["", words.choose] as const,
            ...villagers.map(({ id, label }) => [id, label] as const),
          ]}
          onChoose={(chosen) => form.set({ ...form.typed, personId: chosen })}
        />
      ) : (
        <Skeleton rows={1} />
      )}
      <TextField
        label={words.what}
        hint={words.whatHint}
        value={request}
        maxLength={maxWritingRequest}
        autoComplete="off"
        onText={(text) => form.set({ ...form.typed, request: text })}
      />
      {isMissing && (
        <p role="alert" className="failure-line">
          {words.missing}
        </p>
      )}
    </FormDialog>
  );
}
