import { publicSectionNames } from "../../domain/publication/plain-sections.ts";
import { usePublicationMessages } from "../messages/use-publication-messages.ts";
import type { Choice, PublicationPreview } from "./publication-query.ts";

interface Props {
  preview: PublicationPreview;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

/** Which sections, and whether villages are named. */
export function PartChoice({ preview: { parts, mayNameVillages }, choice, onChoose }: Props) {
  const { dialog: words } = usePublicationMessages();
  const all = parts.map(({ id }) => id);
  const chosen = choice.parts ?? all;
  const choose = (id: string, isChosen: boolean) =>
    onChoose({
      ...choice,
      parts: all.filter((each) => (each === id ? isChosen : chosen.includes(each))),
    });
  return (
    <fieldset className="publish-choice">
      <legend>{words.choose}</legend>
      {parts.map(({ id, kind, words: count }) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => choose(id, event.target.checked)}
          />
          <span>
            {publicSectionNames[kind] ?? kind}{" "}
            <span className="small soft">{words.words(count)}</span>
          </span>
        </label>
      ))}
      {mayNameVillages ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={choice.namesVillages}
            onChange={(event) => onChoose({ ...choice, namesVillages: event.target.checked })}
          />
          <span>
            {words.nameVillages} <span className="small soft">{words.nameVillagesHint}</span>
          </span>
        </label>
      ) : (
        <p className="small soft">{words.unnamed}</p>
      )}
    </fieldset>
  );
}
