import "../../design/forms.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { type FormEvent, useId, useState } from "react";
import { api, readResponse, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { ErrorState } from "../../design/ErrorState.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { PageFrame } from "../../design/PageFrame.tsx";
import { Skeleton } from "../../design/Skeleton.tsx";
import { TextField } from "../../design/TextField.tsx";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import { Guests } from "./Guests.tsx";

export type SettingsData = InferResponseType<typeof api.settings.$get>;
export const settingsKey = ["settings"] as const;

/** What the camat decides for the district. */
export default function SettingsPage() {
  const { settings: words } = useCareMessages();
  const query = useQuery({
    queryKey: settingsKey,
    queryFn: () => readResponse(api.settings.$get()),
  });
  return (
    <PageFrame title={words.title} back="/kelola">
      {query.data ? (
        <>
          <h1>{words.title}</h1>
          <SettingsForm settings={query.data.settings} />
          <Guests guests={query.data.guests} />
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

function SettingsForm({ settings }: { settings: SettingsData["settings"] }) {
  const { settings: words } = useCareMessages();
  const hintId = useId();
  const queryClient = useQueryClient();
  const [inspectorateSees, setInspectorateSees] = useState(settings.inspectorateSees);
  const [contact, setContact] = useState(settings.privacyContact ?? "");
  const [basis, setBasis] = useState(settings.privacyBasis ?? "");
  const [years, setYears] = useState(`${settings.retentionYears ?? ""}`);
  const change = useMutation({
    mutationFn: () =>
      requireOk(
        api.settings.$put({
          json: {
            inspectorateSees,
            privacyContact: contact || null,
            privacyBasis: basis || null,
            retentionYears: years === "" ? null : Number(years),
          },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: settingsKey }),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate();
  };
  return (
    <form className="form" onSubmit={save} onChange={change.reset}>
      <section className="section">
        <h2>{words.inspectorateTitle}</h2>
        <label className="tick">
          <input
            type="checkbox"
            checked={inspectorateSees}
            aria-describedby={hintId}
            onChange={(event) => setInspectorateSees(event.target.checked)}
          />
          {words.inspectorate}
        </label>
        <p id={hintId} className="field-hint">
          {words.inspectorateHint}
        </p>
      </section>
      <section className="section">
        <h2>{words.privacyTitle}</h2>
        <TextField
          label={words.contact}
          hint={words.contactHint}
          value={contact}
          onText={setContact}
          maxLength={500}
        />
        <TextField
          label={words.basis}
          hint={words.basisHint}
          value={basis}
          onText={setBasis}
          maxLength={500}
        />
        <TextField
          label={words.retention}
          hint={words.retentionHint}
          type="number"
          min={1}
          max={100}
          value={years}
          onText={setYears}
        />
      </section>
      <FailureLine error={change.error} />
      {change.isSuccess && <p role="status">{words.saved}</p>}
      <div className="row">
        <Button type="submit" weight="primary" aria-busy={change.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
