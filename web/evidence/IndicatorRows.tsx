import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Period } from "../../domain/evidence/period.ts";
import { Icon } from "../design/Icon.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { type Indicator, numbersQuery } from "./evidence-query.ts";
import { IndicatorBadge } from "./IndicatorBadge.tsx";
import { missingOfIndicator } from "./missing-of-indicator.ts";
import { searchOf } from "./use-period.ts";

interface Props {
  indicators: readonly Indicator[];
  period: Period;
}

/** Each indicator with how far its evidence is and what it lacks. */
export function IndicatorRows({ indicators, period }: Props) {
  const words = useEvidenceMessages();
  const { data } = useQuery(numbersQuery(period));
  return (
    <ul className="evidence-indicators">
      {indicators.map((indicator) => {
        const missing = data ? missingOfIndicator(indicator, data.numbers) : [];
        return (
          <li key={indicator.id} className="evidence-indicator">
            <Link
              href={`/program/bukti/indikator/${indicator.id}${searchOf(period)}`}
              className="whole-card-link"
            >
              {words.indicators.numbered(indicator.number, indicator.name)}
            </Link>
            <span className="row">
              <IndicatorBadge status={indicator.status} />
              {indicator.level !== null && (
                <span className="small">
                  {indicator.level === 0
                    ? words.indicator.belowLevels
                    : words.indicator.levelWords(indicator.level)}
                </span>
              )}
            </span>
            {missing.length > 0 && (
              <span className="small evidence-missing">
                <Icon name="warning" />
                {missing.map((each) => words.missing[each]).join(", ")}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
