import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { ChangeWords } from "./ChangeWords.tsx";
import type { Change } from "./find-changes.ts";
import type { Desk } from "./HistoryDesk.tsx";
import { useIsPrinting } from "./use-is-printing.ts";

/** On paper, where nothing can be pointed at: who made each change, and when, by its number. */
export function PrintedChanges({ desk, changes }: { desk: Desk; changes: readonly Change[] }) {
  const { files: words } = useHistoryMessages();
  const isPrinting = useIsPrinting();
  if (!isPrinting || changes.length === 0) return null;
  return (
    <section className="printed-changes">
      <h2>{words.list}</h2>
      <ol>
        {changes.map((change, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its number
          <li key={number}>
            <ChangeWords {...{ desk, change }} />
          </li>
        ))}
      </ol>
    </section>
  );
}
