import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatTime } from "../time.ts";
import { useAuthorWords } from "./author-words.ts";
import { colourOf } from "./dressed-node.ts";
import type { Desk } from "./HistoryDesk.tsx";
import type { Phase, ShownStretch } from "./history-answers.ts";
import { PlaceActions } from "./PlaceActions.tsx";
import { sectionName } from "./section-name.ts";
import { usePhaseName } from "./use-phase-name.ts";

interface Props {
  desk: Desk;
  stretch: ShownStretch;
  /** Undefined where it is the phase under which the row stands. */
  beganIn: Phase | null | undefined;
  isChosen: boolean;
  onChoose: () => void;
}

/** As many are named; who touched more touched them all. */
const shownSections = 2;

/** What one author did without a long pause. */
export function StretchRow({ desk, stretch, beganIn, isChosen, onChoose }: Props) {
  const { causes, timeline } = useHistoryMessages();
  const { document: words } = useMessages();
  const { partyName, ownName } = useAuthorWords();
  const phaseName = usePhaseName();
  const name = ownName(stretch.author);
  const { author, from, to, fromAt, toAt, sections, cause } = stretch;
  const { view, data, show } = desk;
  const isShown =
    view.kind === "compare" &&
    view.from === from - 1 &&
    view.to === to &&
    (view.only === null || view.only === author.key);
  const [start, end] = [formatTime(fromAt), formatTime(toAt)];
  const names = sections.slice(0, shownSections).map((id) => sectionName(data.sections, id, words));
  const others = sections.length - names.length;
  const where = [...(cause ? [causes[cause]] : []), ...names].join(", ");
  const open = () => {
    onChoose();
    if (!isChosen && desk.first === null && !desk.openTimeline) {
      show({ kind: "compare", from: from - 1, to, only: author.key });
    }
  };
  return (
    <li className="stretch" data-shown={isShown}>
      <button type="button" aria-expanded={isChosen} onClick={open}>
        <span className="stretch-who village-badge" data-village={colourOf(author)}>
          <span className="village-swatch" aria-hidden="true" />
          {partyName(author)}
        </span>
        <span className="stretch-when">{start === end ? end : `${start}–${end}`}</span>
        {name !== null && <span className="stretch-name small">{name}</span>}
        <span className="stretch-where soft small">
          {others > 0 ? timeline.others(where, others) : where}
        </span>
        {beganIn !== undefined && (
          <span className="stretch-where soft small">{timeline.beganIn(phaseName(beganIn))}</span>
        )}
        {cause !== "redaction" && <Size stretch={stretch} />}
      </button>
      {isChosen && (
        <PlaceActions
          desk={desk}
          place={to}
          compareFrom={{ from: from - 1, only: author.key }}
          isRestore={cause === "restore"}
        />
      )}
    </li>
  );
}

function Size({ stretch: { inserted, deleted } }: { stretch: ShownStretch }) {
  const { timeline: words } = useHistoryMessages();
  const [language] = useLanguage();
  const count = (units: number) => units.toLocaleString(language);
  if (inserted === 0 && deleted === 0) {
    return <span className="stretch-size soft small">{words.setOnly}</span>;
  }
  return (
    <span className="stretch-size small">
      <span className="only-read-aloud">{words.size(count(inserted), count(deleted))}</span>
      <span aria-hidden="true">
        {inserted > 0 && (
          <span className="stretch-inserted">{words.inserted(count(inserted))}</span>
        )}{" "}
        {deleted > 0 && <span className="stretch-deleted">{words.deleted(count(deleted))}</span>}
      </span>
    </span>
  );
}
