import type { ReactNode } from "react";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { formatDay, formatTime } from "../time.ts";
import { useAuthorWords } from "./author-words.ts";
import { ChooseMoments } from "./ChooseMoments.tsx";
import { colourOf } from "./dressed-node.ts";
import type { Change } from "./find-changes.ts";
import type { Desk } from "./HistoryDesk.tsx";
import { useMomentName } from "./moment-words.ts";
import { countParties, type Party, partyKey } from "./parties.ts";
import type { HistoryView } from "./view-address.ts";

interface Props {
  desk: Desk;
  view: Extract<HistoryView, { kind: "compare" }>;
  /** Everybody who changed something, also where only one of them is shown. */
  parties: readonly Party[];
  /** Those that are shown; null until they are known. */
  changes: readonly Change[] | null;
  children: ReactNode;
}

/** In one sentence what is compared; below it, whose changes are shown. */
export function CompareHead({ desk, view, parties, changes, children }: Props) {
  const words = useHistoryMessages();
  const { partyName } = useAuthorWords();
  const choose = (only: string | null) => desk.show({ ...view, only }, { replace: true });
  const [first] = changes ?? [];
  const chosen = view.only === null || !first ? view.only : partyKey(first.author);
  const all = parties.reduce((sum, { count }) => sum + count, 0);
  return (
    <header className="compare-head">
      <p className="compare-sentence">
        <Sentence {...{ desk, view, changes }} />
      </p>
      {parties.length > 0 && (
        <fieldset className="parties">
          <legend className="only-read-aloud">{words.legend.label}</legend>
          <button type="button" aria-pressed={view.only === null} onClick={() => choose(null)}>
            {words.legend.all} <span className="soft">{all}</span>
          </button>
          {parties.map(({ key, author, count }) => (
            <button
              key={key}
              type="button"
              aria-pressed={chosen === key}
              onClick={() => choose(key)}
              data-village={colourOf(author)}
            >
              <span className="village-swatch" aria-hidden="true" />
              {partyName(author)} <span className="soft">{count}</span>
            </button>
          ))}
        </fieldset>
      )}
      <div className="row compare-tools">
        <ChooseMoments {...{ desk, view }} />
        {children}
      </div>
    </header>
  );
}

function Sentence({ desk, view, changes }: Pick<Props, "desk" | "view" | "changes">) {
  const { sentence: words } = useHistoryMessages();
  const [language] = useLanguage();
  const { fullName, partyName } = useAuthorWords();
  const newer = useMomentName(desk, view.to);
  const older = useMomentName(desk, view.from);
  const first = changes?.[0];
  const isOne = view.only !== null && first !== undefined;
  const about = isOne
    ? words.stretch(
        first.author.key === view.only ? fullName(first.author) : partyName(first.author),
        spanOf(changes ?? [], language),
      )
    : words.compared(capital(newer), older);
  return (
    <>
      {about} <strong>{useCountWords(changes, isOne)}</strong>
    </>
  );
}

/** "28 perubahan oleh 5 desa dan kecamatan." */
function useCountWords(changes: readonly Change[] | null, isOne: boolean): string {
  const { sentence: words, offices } = useHistoryMessages();
  const { partyName } = useAuthorWords();
  if (changes === null) return words.loading;
  if (changes.length === 0) return words.none;
  const count = words.changes(changes.length);
  if (isOne) return `${count}.`;
  const parties = countParties(changes);
  const villages = parties.filter(({ author }) => author.village !== null).length;
  const others = parties.filter(({ key }) => key.startsWith("office"));
  const who = [
    ...(villages > 0 ? [words.villages(villages)] : []),
    ...others
      .slice(0, 1)
      .map(({ author }) => (others.length === 1 ? partyName(author) : offices(others.length))),
  ];
  const [one, two] = who;
  if (one === undefined) return `${count}.`;
  return words.by(count, two === undefined ? one : words.and(one, two));
}

function spanOf(changes: readonly Change[], language: "id" | "en"): string {
  const from = Math.min(...changes.map(({ fromAt }) => fromAt));
  const to = Math.max(...changes.map(({ toAt }) => toAt));
  const [start, end] = [formatTime(from), formatTime(to)];
  const day = formatDay(to, language);
  return start === end ? `${day} ${end}` : `${day} ${start}–${end}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
