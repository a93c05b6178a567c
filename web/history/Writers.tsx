import { useMemo } from "react";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useAuthorWords } from "./author-words.ts";
import { colourOf } from "./dressed-node.ts";
import { type Compared, isText } from "./find-changes.ts";
import type { ShownAuthor, ShownComparison } from "./history-answers.ts";
import { countParties } from "./parties.ts";

/** Whose colours are in the text. */
export function Writers({ comparison }: { comparison: ShownComparison }) {
  const { player: words } = useHistoryMessages();
  const { partyName } = useAuthorWords();
  const parties = useMemo(() => countParties(writersIn(comparison)), [comparison]);
  return (
    <ul className="writers" aria-label={words.writers}>
      {parties
        .filter(({ author }) => !author.isRoom)
        .map(({ key, author }) => (
          <li key={key} className="village-badge" data-village={colourOf(author)}>
            <span className="village-swatch" aria-hidden="true" />
            {partyName(author)}
          </li>
        ))}
    </ul>
  );
}

function writersIn({ content, origins }: ShownComparison): { author: ShownAuthor }[] {
  const numbers = new Set<number>();
  const visit = (compared: Compared) => {
    if (isText(compared)) numbers.add(compared.writtenBy);
    else compared.content.forEach(visit);
  };
  content.forEach(visit);
  return [...numbers].flatMap((number) => origins[number] ?? []);
}
