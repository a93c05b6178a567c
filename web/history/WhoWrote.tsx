import { type RefObject, useEffect, useState } from "react";
import type { ComparedText } from "../../party/history/history-view.ts";
import { Button } from "../design/Button.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { formatDay, formatTime } from "../time.ts";
import { useAuthorWords } from "./author-words.ts";
import { colourOf } from "./dressed-node.ts";
import { excerptOf } from "./excerpt.ts";
import type { Desk } from "./HistoryDesk.tsx";
import type { ShownOrigin } from "./history-answers.ts";
import { selectedRuns } from "./selected-runs.ts";
import { type WrittenPart, writersOf } from "./writers-of.ts";

interface Props {
  desk: Desk;
  origins: readonly ShownOrigin[];
  pane: RefObject<HTMLElement | null>;
  runs: readonly ComparedText[];
}

/** While a selection is drawn the button would run after the finger. */
const settleMs = 200;

/** For selected words: who wrote each part of them, and who changed it. */
export function WhoWrote({ desk, origins, pane, runs }: Props) {
  const { who: words } = useHistoryMessages();
  const [hasSelection, setSelection] = useState(false);
  const [parts, setParts] = useState<WrittenPart[] | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => setSelection(pane.current !== null && selectedRuns(pane.current, runs).length > 0),
        settleMs,
      );
    };
    document.addEventListener("selectionchange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", look);
    };
  }, [pane, runs]);

  const ask = () => {
    if (pane.current) setParts(writersOf(selectedRuns(pane.current, runs)));
  };
  if (parts) {
    return (
      <section className="who-wrote" aria-label={words.title}>
        <div className="who-wrote-head">
          <h2>{words.title}</h2>
          <Button weight="quiet" icon="close" onClick={() => setParts(null)}>
            {words.close}
          </Button>
        </div>
        <ol>
          {parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never reordered
            <li key={place}>
              <Part part={part} origins={origins} />
            </li>
          ))}
        </ol>
        <Button
          icon="clock"
          onClick={() => {
            desk.searchWords(parts.map(({ text }) => text).join(""));
            setParts(null);
          }}
        >
          {words.search}
        </Button>
      </section>
    );
  }
  if (!hasSelection) return null;
  return (
    // The selection stays where it is.
    <div className="who-wrote-button" onPointerDown={(event) => event.preventDefault()}>
      <Button icon="person" onMouseDown={(event) => event.preventDefault()} onClick={ask}>
        {words.button}
      </Button>
    </div>
  );
}

function Part({ part, origins }: { part: WrittenPart; origins: readonly ShownOrigin[] }) {
  const { who: words } = useHistoryMessages();
  const writer = origins[part.writtenBy];
  return (
    <>
      <q data-village={writer && colourOf(writer.author)}>{excerptOf(part.text)}</q>
      <Hand origin={writer} say={words.wrote} />
      <Hand origin={origins[part.deletedBy ?? -1]} say={words.deleted} />
      <Hand origin={origins[part.markedBy ?? -1]} say={words.marked} />
    </>
  );
}

interface HandProps {
  origin: ShownOrigin | undefined;
  say: (who: string) => string;
}

function Hand({ origin, say }: HandProps) {
  const [language] = useLanguage();
  const { fullName } = useAuthorWords();
  if (!origin) return null;
  const { author, toAt } = origin;
  return (
    <p className="who-wrote-hand">
      <span className="village-badge" data-village={colourOf(author)}>
        <span className="village-swatch" aria-hidden="true" />
        {say(fullName(author))}
      </span>
      <span className="soft small">
        {formatDay(toAt, language)} {formatTime(toAt)}
      </span>
    </p>
  );
}
