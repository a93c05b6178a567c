import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type KeyScope, keyScopes } from "../../../domain/api-v1.ts";
import { api, readResponse } from "../../api.ts";
import { FormDialog } from "../../design/FormDialog.tsx";
import { SelectField } from "../../design/SelectField.tsx";
import { TextField } from "../../design/TextField.tsx";
import { useKeysMessages } from "../../messages/use-keys-messages.ts";
import { keysQuery } from "./keys-query.ts";
import { ShownKey } from "./ShownKey.tsx";

const dayChoices = ["30", "90", "180", "365"] as const;

/** Asks what the key is for; afterwards the key stands there, this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const words = useKeysMessages();
  const queryClient = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly KeyScope[]>([]);
  const [days, setDays] = useState<(typeof dayChoices)[number]>("90");
  const making = useMutation({
    mutationFn: () =>
      readResponse(api.keys.$post({ json: { id, name, scopes: [...scopes], days: Number(days) } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey }),
  });
  if (making.data) return <ShownKey value={making.data.key} onClose={onClose} />;
  return (
    <FormDialog
      title={words.make}
      send={words.make}
      icon="key"
      cancel={words.cancel}
      isPending={making.isPending}
      error={making.error}
      onSend={() => making.mutate()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={name}
        required
        maxLength={100}
        onText={setName}
      />
      <fieldset className="section">
        <legend>{words.scopesTitle}</legend>
        {keyScopes.map((scope) => (
          <label key={scope} className="tick">
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={(event) =>
                setScopes(
                  event.target.checked
                    ? [...scopes, scope]
                    : scopes.filter((each) => each !== scope),
                )
              }
            />
            {words.scopes[scope]}
          </label>
        ))}
      </fieldset>
      <SelectField
        label={words.days}
        value={days}
        options={dayChoices.map((choice) => [choice, words.dayChoices[choice]] as const)}
        onChoose={setDays}
      />
    </FormDialog>
  );
}
