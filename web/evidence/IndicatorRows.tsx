import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { type Missing, missingKinds } from "../../domain/evidence/missing-evidence.ts";
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

/** What is missing, and each indicator with how far its evidence is and what it lacks. */
export function IndicatorRows({ indicators, period }: Props) {
  const words = useEvidenceMessages();
  const { data } = useQuery(numbersQuery(period));
  const [onlyMissing, setOnlyMissing] = useState(false);
  const rows = indicators.map((indicator) => ({
    indicator,
    missing: data ? missingOfIndicator(indicator, data.numbers) : [],
  }));
  const shown = onlyMissing ? rows.filter(({ missing }) => missing.length > 0) : rows;
  return (
    <>
      {data && <MissingSummary rows={rows} />}
      <label className="tick">
        <input
          type="checkbox"
          checked={onlyMissing}
          onChange={(event) => setOnlyMissing(event.target.checked)}
        />
        {words.onlyMissing}
      </label>
      <ul className="evidence-indicators">
        {shown.map(({ indicator, missing }) => (
          <IndicatorRow key={indicator.id} {...{ indicator, missing, period }} />
        ))}
      </ul>
    </>
  );
}

interface RowProps extends Pick<Props, "period"> {
  indicator: Indicator;
  missing: Missing[];
}

function MissingSummary({ rows }: { rows: readonly Pick<RowProps, "missing">[] }) {
  const words = useEvidenceMessages();
  const counts = missingKinds
    .map((kind) => [kind, rows.filter(({ missing }) => missing.includes(kind)).length] as const)
    .filter(([, count]) => count > 0);
  if (counts.length === 0) return <p>{words.allThere}</p>;
  return (
    <>
      <h3>{words.missingTitle}</h3>
      <ul className="evidence-lacking">
        {counts.map(([kind, count]) => (
          <li key={kind}>{words.missingCount(count, words.missing[kind])}</li>
        ))}
      </ul>
    </>
  );
}

function IndicatorRow({ indicator, missing, period }: RowProps) {
  const words = useEvidenceMessages();
  return (
    <li className="evidence-indicator">
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
}
