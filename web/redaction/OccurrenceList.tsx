import { useAuthorWords } from "../history/author-words.ts";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import type { Occurrence } from "./redactions-query.ts";
import { useRedactionWords } from "./use-redaction-words.ts";

interface Props {
  occurrences: readonly Occurrence[];
  /** Keys of those that stay; nothing can be chosen where there is none. */
  left?: ReadonlySet<string>;
  onLeave?: (key: string, isLeft: boolean) => void;
}

/** As much as the room shows; where there is less, nothing is left out. */
const shownAround = 39;

/** Places where the words stand or once stood, each with what is around it, whose it is and since when. */
export function OccurrenceList({ occurrences, left, onLeave }: Props) {
  return (
    <ul className="occurrences">
      {occurrences.map((each) => (
        <li key={each.key}>
          {onLeave ? (
            <label className="tick">
              <input
                type="checkbox"
                checked={!left?.has(each.key)}
                onChange={(event) => onLeave(each.key, !event.target.checked)}
              />
              <Words occurrence={each} />
            </label>
          ) : (
            <Words occurrence={each} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Words({ occurrence }: { occurrence: Occurrence }) {
  const { before, words, after, author, at, stands } = occurrence;
  const messages = useRedactionMessages();
  const { fullName } = useAuthorWords();
  const { moment } = useRedactionWords();
  return (
    <span className="occurrence">
      <span>
        {before.length >= shownAround && "…"}
        {before}
        <mark>{words}</mark>
        {after}
        {after.length >= shownAround && "…"}
      </span>
      <span className="small soft">
        {stands ? messages.stands : messages.recordOnly} ·{" "}
        {messages.wroteAt(fullName(author), moment(at))}
      </span>
    </span>
  );
}
