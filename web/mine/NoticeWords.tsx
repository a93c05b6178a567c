import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMineMessages } from "../messages/use-mine-messages.ts";
import { noticeQuery } from "./notice-query.ts";

/** What is kept, why, who sees it, how long, and whom to ask. */
export function NoticeWords() {
  const { notice: words } = useMineMessages();
  const { data, error, refetch } = useQuery(noticeQuery);
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={4} />;
  const { district, contact, basis, retentionYears } = data;
  const parts = [
    [words.purposeTitle, words.purpose],
    [words.basisTitle, basis ?? words.basis],
    [words.storedTitle, words.stored],
    [words.seenTitle, words.seen],
    [words.keptTitle, retentionYears === null ? words.keptDefault : words.kept(retentionYears)],
    [words.contactTitle, contact ?? words.contact(district.name)],
  ];
  return (
    <dl className="stack">
      {parts.map(([title, text]) => (
        <div key={title}>
          <dt>
            <strong>{title}</strong>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
