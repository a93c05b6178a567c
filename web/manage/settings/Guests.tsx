import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { ConfirmDialog } from "../../design/ConfirmDialog.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { TextField } from "../../design/TextField.tsx";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { type SettingsData, settingsKey } from "./SettingsPage.tsx";

type Guest = SettingsData["guests"][number];

/** People of other districts who hold a role here, and a new one by the person's code. */
export function Guests({ guests }: Pick<SettingsData, "guests">) {
  const { settings: words, cancel } = useCareMessages();
  const { roles: roleNames } = useMessages();
  const [code, setCode] = useState("");
  const [asked, setAsked] = useState<Guest | null>(null);
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: settingsKey });
  const route = api.people[":personId"].roles[":role"];
  const give = useMutation({
    mutationFn: (personId: string) =>
      requireOk(route.$put({ param: { personId, role: "reviewer" } })),
    onSuccess: async () => {
      setCode("");
      await refresh();
    },
  });
  const take = useMutation({
    mutationFn: ({ id: personId, role }: Guest) =>
      requireOk(route.$delete({ param: { personId, role } })),
    onSuccess: async () => {
      setAsked(null);
      await refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== "" && !give.isPending) give.mutate(code.trim());
  };
  return (
    <section className="section">
      <h2>{words.guestsTitle}</h2>
      <p>{words.guests}</p>
      {guests.length === 0 && <p className="soft">{words.noGuests}</p>}
      <ul className="stack">
        {guests.map((guest) => (
          <li key={`${guest.id} ${guest.role}`} className="row">
            <span>
              {guest.name}, {guest.office}, {guest.districtName} ({roleNames[guest.role]})
            </span>
            <Button icon="close" onClick={() => setAsked(guest)}>
              {words.take(guest.name)}
            </Button>
          </li>
        ))}
      </ul>
      <form className="form" onSubmit={submit}>
        <TextField label={words.guestCode} value={code} onText={setCode} maxLength={100} required />
        <FailureLine error={give.error} />
        {give.isSuccess && <p role="status">{words.given}</p>}
        <div className="row">
          <Button type="submit" aria-busy={give.isPending}>
            {words.giveReviewer}
          </Button>
        </div>
      </form>
      {asked && (
        <ConfirmDialog
          title={`${words.take(asked.name)}?`}
          confirm={words.take(asked.name)}
          cancel={cancel}
          isPending={take.isPending}
          error={take.error}
          onConfirm={() => take.mutate(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{words.takeWords}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
