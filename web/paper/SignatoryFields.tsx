import { TextField } from "../design/TextField.tsx";
import { usePaperMessages } from "../messages/use-paper-messages.ts";
import type { Signatory } from "./SignatureBlock.tsx";

interface Props {
  value: Signatory;
  onChange: (value: Signatory) => void;
}

const longest = 150;

/** Who signs on paper; the NIP is typed by a person or not printed. */
export function SignatoryFields({ value, onChange }: Props) {
  const { signature: words } = usePaperMessages();
  return (
    <>
      <TextField
        label={words.position}
        value={value.position}
        maxLength={longest}
        onText={(position) => onChange({ ...value, position })}
      />
      <TextField
        label={words.name}
        value={value.name}
        maxLength={longest}
        onText={(name) => onChange({ ...value, name })}
      />
      <TextField
        label={words.nip}
        hint={words.nipHint}
        value={value.nip}
        maxLength={40}
        inputMode="numeric"
        onText={(nip) => onChange({ ...value, nip })}
      />
    </>
  );
}
