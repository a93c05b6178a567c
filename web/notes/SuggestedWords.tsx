import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { wordChanges } from "./word-changes.ts";

interface Props {
  quote: string;
  suggestion: string;
}

/** What is proposed in place of the quoted words: struck out and underlined, and said in words. */
export function SuggestedWords({ quote, suggestion }: Props) {
  const { thread: words } = useNotesMessages();
  const changes = wordChanges(quote, suggestion);
  return (
    <p className="note-change">
      {changes.map(({ kind, text }, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs have no other name, and no state
        if (kind === "same") return <span key={place}>{text}</span>;
        const Tag = kind === "removed" ? "del" : "ins";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Tag key={place}>
            <span className="only-read-aloud">{words[kind]} </span>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
