import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useAuthorWords } from "./author-words.ts";
import { describeVerb } from "./change-words.ts";
import { colourOf } from "./dressed-node.ts";
import type { Change } from "./find-changes.ts";

/** Before a change in the text: whose it is, by colour, pattern and name. */
export function ChangeTag({ number, change }: { number: number; change: Change }) {
  const words = useHistoryMessages();
  const { partyName } = useAuthorWords();
  const who = partyName(change.author);
  const what = words.change.did(who, describeVerb(change, words));
  return (
    <button
      type="button"
      className="change-tag"
      data-change={number}
      data-number={number + 1}
      data-village={colourOf(change.author)}
      aria-label={words.change.name(number + 1, what)}
    >
      <span className="village-swatch" aria-hidden="true" />
      {who}
    </button>
  );
}
