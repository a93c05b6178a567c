import { redactionFiller } from "../../domain/redaction.ts";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { Decision } from "./Decision.tsx";
import { OccurrenceList } from "./OccurrenceList.tsx";
import type { Redaction } from "./redactions-query.ts";
import { useRedactionWords } from "./use-redaction-words.ts";

interface Props {
  documentId: string;
  redactions: readonly Redaction[];
}

/** What is proposed, with its words for whoever decides, and what was removed: by whom, when and why. */
export function RedactionList({ documentId, redactions }: Props) {
  const { decide, list } = useRedactionMessages();
  const { true: proposed = [], false: others = [] } = Object.groupBy(redactions, ({ status }) =>
    status === "proposed" ? "true" : "false",
  );
  return (
    <>
      <Part {...{ documentId }} title={decide.title} redactions={proposed} />
      <Part {...{ documentId }} title={list.title} redactions={others} />
    </>
  );
}

function Part({ title, documentId, redactions }: Props & { title: string }) {
  if (redactions.length === 0) return null;
  const isPrinted = redactions.some(({ status }) => status === "done");
  return (
    <div className="redactions-part" data-printed={isPrinted}>
      <h2>{title}</h2>
      <ul className="redactions-list">
        {redactions.map((redaction) => (
          <Item key={redaction.id} {...{ documentId, redaction }} />
        ))}
      </ul>
    </div>
  );
}

function Item({ documentId, redaction }: { documentId: string; redaction: Redaction }) {
  const { status, reasonKind, reason, units, rejection, occurrences, isBeside } = redaction;
  const { list, kinds } = useRedactionMessages();
  const { hands } = useRedactionWords();
  return (
    <li data-status={status}>
      <p>
        <strong>{list.statuses[status]}</strong> · {kinds[reasonKind]} · {list.letters(units)}
        {isBeside && ` · ${list.beside}`}
      </p>
      {reason !== "" && <p>{reason}</p>}
      {hands(redaction).map((hand) => (
        <p key={hand} className="small soft">
          {hand}
        </p>
      ))}
      {rejection !== null && <p>{list.rejection(rejection)}</p>}
      {occurrences && <Proposed redaction={redaction} occurrences={occurrences} />}
      <Decision {...{ documentId, redaction }} />
    </li>
  );
}

/** The words for whoever decides: by their places in the text, or as they are where it has none. */
function Proposed({
  redaction: { isBeside, words },
  occurrences,
}: {
  redaction: Redaction;
  occurrences: NonNullable<Redaction["occurrences"]>;
}) {
  const { decide } = useRedactionMessages();
  if (occurrences.length > 0) return <OccurrenceList occurrences={occurrences} />;
  if (!isBeside || words === null || words.includes(redactionFiller)) return <p>{decide.gone}</p>;
  return (
    <p>
      <mark>{words}</mark> <span className="small soft">{decide.beside}</span>
    </p>
  );
}
