import type { ForumPageData } from "../forums/forum-query.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";

interface Props {
  documents: ForumPageData["documents"];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

/** Which of the forum's cases are dealt with under an item. */
export function DocumentTicks({ documents, chosen, onChoose }: Props) {
  const { agenda: words } = usePrepareMessages();
  const offered = documents.filter(
    ({ id, kind, status }) => chosen.includes(id) || (kind === "case" && status !== "withdrawn"),
  );
  return (
    <fieldset>
      <legend>{words.documents}</legend>
      {offered.length === 0 && <p className="soft">{words.noDocuments}</p>}
      {offered.map(({ id, title }) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChoose(
                event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id),
              )
            }
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
