import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Period } from "../../domain/evidence/period.ts";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { numbersQuery } from "./evidence-query.ts";
import { shownNumber } from "./shown-values.ts";
import { searchOf } from "./use-period.ts";

/** What the product can prove, each number with the way to its rows. */
export function NumberList({ period }: { period: Period }) {
  const words = useEvidenceMessages();
  const [language] = useLanguage();
  const query = useQuery(numbersQuery(period));
  if (!query.data) {
    return query.isError ? (
      <ErrorState error={query.error} onRetry={query.refetch} />
    ) : (
      <Skeleton rows={6} />
    );
  }
  return (
    <ul className="evidence-numbers">
      {query.data.numbers.map(({ number, value, rowCount }) => (
        <li key={number} className="evidence-number" data-empty={value === null}>
          <span className="small">{words.numbers[number].name}</span>
          <strong>
            {value === null
              ? words.none
              : words.numbers[number].value(shownNumber(value, language))}
          </strong>
          <Link
            href={`/program/bukti/angka/${number}${searchOf(period)}`}
            className="whole-card-link small"
            aria-label={`${words.numbers[number].name}: ${words.rows(rowCount)}`}
          >
            {words.rows(rowCount)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
