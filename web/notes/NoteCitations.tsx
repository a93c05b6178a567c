import { lazy, Suspense, useState } from "react";
import { shortName } from "../../domain/regulations.ts";
import type { CitedRegulation } from "../../party/notes/thread-view.ts";
import { Button } from "../design/Button.tsx";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { patiently } from "../offline/patiently.ts";

const CiteDialog = lazy(() => patiently(() => import("../regulations/CiteDialog.tsx")));

interface Props {
  cited: readonly CitedRegulation[];
  onCite: (cited: CitedRegulation) => void;
  onRemove: (regulationId: string) => void;
}

/** Which regulations a note cites, and the way to one more. */
export function NoteCitations({ cited, onCite, onRemove }: Props) {
  const { cite: words } = useRegulationsMessages();
  const [isChoosing, setChoosing] = useState(false);
  return (
    <>
      <Button weight="quiet" onClick={() => setChoosing(true)}>
        § {words.tool}
      </Button>
      {cited.length > 0 && (
        <ul className="mentioned" aria-label={words.cited}>
          {cited.map((each) => (
            <li key={each.id}>
              {each.words}
              <Button
                weight="quiet"
                icon="close"
                aria-label={words.remove(each.words)}
                onClick={() => onRemove(each.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {isChoosing && (
        <Suspense>
          <CiteDialog
            isForNote
            onChoose={(regulation) => {
              setChoosing(false);
              onCite({ id: regulation.id, words: shortName(regulation) });
            }}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
