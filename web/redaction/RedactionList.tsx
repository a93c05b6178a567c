import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { Decision } from "./Decision.tsx";
import { OccurrenceList } from "./OccurrenceList.tsx";
import type { Redaction } from "./redactions-query.ts";
import { useRedactionWords } from "./use-redaction-words.ts";

interface Props {
  documentId: string;
  redactions: readonly Redaction[];
}

/** Each with what, by whom, when and why; of proposals the words, for whoever decides. */
export function RedactionList({ documentId, redactions }: Props) {
  return (
    <ul className="redactions-list">
      {redactions.map((redaction) => (
        <Item key={redaction.id} {...{ documentId, redaction }} />
      ))}
    </ul>
  );
}

function Item({ documentId, redaction }: { documentId: string; redaction: Redaction }) {
  const { status, reasonKind, reason, units, rejection, occurrences } = redaction;
  const { list, kinds, decide } = useRedactionMessages();
  const { hands } = useRedactionWords();
  return (
    <li>
      <p>
        <strong>{list.statuses[status]}</strong> · {kinds[reasonKind]} · {list.letters(units)}
      </p>
      {reason !== "" && <p>{reason}</p>}
      {hands(redaction).map((hand) => (
        <p key={hand} className="small soft">
          {hand}
        </p>
      ))}
      {rejection !== null && <p>{list.rejection(rejection)}</p>}
      {occurrences &&
        (occurrences.length > 0 ? (
          <OccurrenceList occurrences={occurrences} />
        ) : (
          <p>{decide.gone}</p>
        ))}
      <Decision {...{ documentId, redaction }} />
    </li>
  );
}
