import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { FormDialog } from "../design/FormDialog.tsx";
import { TextField } from "../design/TextField.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { historyQuery } from "./history-query.ts";
import { nameVersion, versionsQuery } from "./versions-query.ts";

/** Gives the document as it is now a name by which it is found again. */
export function NameVersion({ documentId }: { documentId: string }) {
  const { name: words } = useHistoryMessages();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const naming = useMutation({
    mutationFn: () => nameVersion(documentId, name.trim()),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries(versionsQuery(documentId)),
        client.invalidateQueries({ ...historyQuery(documentId), exact: true }),
      ]);
      setOpen(false);
      setName("");
    },
  });
  return (
    <>
      <Button weight="quiet" icon="seal" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {isOpen && (
        <FormDialog
          title={words.title}
          send={words.save}
          cancel={words.cancel}
          isPending={naming.isPending}
          error={naming.error}
          onSend={() => naming.mutate()}
          onClose={() => setOpen(false)}
        >
          <TextField
            label={words.label}
            hint={words.hint}
            value={name}
            onText={setName}
            maxLength={120}
            required
          />
        </FormDialog>
      )}
    </>
  );
}
