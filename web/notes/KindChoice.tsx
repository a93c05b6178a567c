import { type ThreadKind, threadKinds } from "../../domain/statuses.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { KindIcon } from "./KindBadge.tsx";

interface Props {
  kind: ThreadKind | null;
  onChoose: (kind: ThreadKind) => void;
}

/** What kind of note it is: five large choices, each an icon and a word. */
export function KindChoice({ kind, onChoose }: Props) {
  const { write: words, kinds } = useNotesMessages();
  return (
    <fieldset className="kind-choice">
      <legend>{words.kind}</legend>
      {threadKinds.map((each) => (
        <label key={each} data-kind={each}>
          <input
            type="radio"
            name="note-kind"
            className="only-read-aloud"
            checked={kind === each}
            onChange={() => onChoose(each)}
          />
          <KindIcon kind={each} />
          {kinds[each]}
        </label>
      ))}
    </fieldset>
  );
}
