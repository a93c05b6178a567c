import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";
import { FormDialog } from "../design/FormDialog.tsx";
import { TextField } from "../design/TextField.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { announcementsKey } from "./announcements-query.ts";

/** Tells everybody something; what was begun outlives closing and a reload. */
export function AnnounceDialog({ onClose }: { onClose: () => void }) {
  const { announcements: words } = useSharingMessages();
  const queryClient = useQueryClient();
  const form = useKeptForm("announcement", { id: crypto.randomUUID(), title: "", text: "" });
  const { typed } = form;
  const making = useMutation({
    mutationFn: () => requireOk(api.announcements.$post({ json: typed })),
    onSuccess: () => {
      form.clear();
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: announcementsKey }),
  });
  return (
    <FormDialog
      title={words.make}
      send={making.isPending ? words.sending : words.send}
      cancel={words.cancel}
      isPending={making.isPending}
      error={making.error}
      onSend={() => making.mutate()}
      onClose={onClose}
    >
      <TextField
        label={words.headline}
        required
        maxLength={200}
        autoComplete="off"
        value={typed.title}
        onText={(title) => form.set({ ...typed, title })}
      />
      <label className="field">
        {words.text}
        <textarea
          rows={6}
          maxLength={4000}
          value={typed.text}
          onChange={(event) => form.set({ ...typed, text: event.target.value })}
        />
      </label>
    </FormDialog>
  );
}
