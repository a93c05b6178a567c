import { useQuery } from "@tanstack/react-query";
import {
  type EvidenceNumber,
  type EvidenceSubject,
  evidenceNumbers,
  type IndicatorStatus,
  indicatorStatuses,
} from "../../domain/evidence/evidence-lists.ts";
import { FailureLine } from "../design/FailureLine.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatMoment } from "../time.ts";
import { type Change, changesQuery } from "./evidence-query.ts";

interface Props {
  /** All changes where it is null. */
  thing: { subjectKind: EvidenceSubject; subjectId: string } | null;
}

/** Who changed what and when, the newest first. */
export function ChangeList({ thing }: Props) {
  const words = useEvidenceMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const query = useQuery(changesQuery(thing));
  if (!query.data) {
    return query.isError ? <FailureLine error={query.error} /> : <Skeleton rows={2} />;
  }
  const { changes } = query.data;
  if (changes.length === 0) return <p className="soft">{words.indicator.noChanges}</p>;
  return (
    <ol className="evidence-changes">
      {changes.map((change) => (
        <li key={change.id}>
          <span>{whatOf(change, words)}</span>
          <span className="small soft">
            {words.change.line(change.by, formatMoment(change.at, Date.now(), messages, language))}
          </span>
        </li>
      ))}
    </ol>
  );
}

type Words = ReturnType<typeof useEvidenceMessages>;

function whatOf({ field, fromText, toText }: Change, words: Words): string {
  const { change } = words;
  const name = change.fields[field];
  switch (field) {
    case "order":
      return name;
    case "added":
    case "removed":
    case "restored":
    case "proofAdded":
    case "proofRemoved":
    case "fileAdded":
    case "fileRemoved":
      return `${name}: ${toText || fromText}`;
    default: {
      const shown = (text: string) => shownCode(text, words) || change.nothing;
      return change.fromTo(name, shown(fromText), shown(toText));
    }
  }
}

/** A code in words; anything else as it is. */
function shownCode(text: string, words: Words): string {
  if (indicatorStatuses.includes(text as IndicatorStatus)) {
    return words.statuses[text as IndicatorStatus];
  }
  if (evidenceNumbers.includes(text as EvidenceNumber)) {
    return words.numbers[text as EvidenceNumber].name;
  }
  return text;
}
