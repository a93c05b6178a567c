import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { ChangeList } from "./ChangeList.tsx";
import {
  type EvidenceData,
  evidenceQuery,
  type Indicator,
  numbersQuery,
} from "./evidence-query.ts";
import { IndicatorBadge } from "./IndicatorBadge.tsx";
import { IndicatorForm } from "./IndicatorForm.tsx";
import { levelsOf } from "./levels-of.ts";
import { ProofPart } from "./ProofPart.tsx";
import { shownNumber } from "./shown-values.ts";
import { searchOf, usePeriod } from "./use-period.ts";
import { WordingDialog } from "./WordingDialog.tsx";

/** One indicator: what is asked for, how far it is, and what proves it. */
export function IndicatorPage({ indicatorId }: { indicatorId: string }) {
  const words = useEvidenceMessages();
  const [period] = usePeriod();
  const query = useQuery(evidenceQuery);
  const indicator = query.data?.indicators.find(({ id }) => id === indicatorId);
  const title = indicator?.name ?? words.title;
  return (
    <PageFrame title={title} back={`/program/bukti${searchOf(period)}`}>
      {query.data ? (
        indicator ? (
          <Content indicator={indicator} data={query.data} />
        ) : (
          <EmptyState icon="tasks">{words.indicator.gone}</EmptyState>
        )
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
    </PageFrame>
  );
}

function Content({ indicator, data }: { indicator: Indicator; data: EvidenceData }) {
  const words = useEvidenceMessages();
  const [isWording, setWording] = useState(false);
  const { mayEdit, keepsFiles, forums } = data;
  const levels = levelsOf(indicator);
  return (
    <>
      <h1>{words.indicators.numbered(indicator.number, indicator.name)}</h1>
      <div>
        <IndicatorBadge status={indicator.status} />
      </div>
      <dl className="facts">
        {(levels.length > 0 ? levels : ([[3, indicator.level3]] as const)).map(([level, text]) => (
          <div key={level}>
            <dt>{words.indicator.levelWords(level)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{words.indicator.proof}</dt>
          <dd>{indicator.proof || "–"}</dd>
        </div>
        {!mayEdit && (
          <>
            <div>
              <dt>{words.indicator.level}</dt>
              <dd>
                {indicator.level === null
                  ? words.indicator.noLevel
                  : indicator.level === 0
                    ? words.indicator.belowLevels
                    : words.indicator.levelWords(indicator.level)}
              </dd>
            </div>
            <div>
              <dt>{words.indicator.note}</dt>
              <dd>{indicator.note || "–"}</dd>
            </div>
          </>
        )}
      </dl>
      {mayEdit && (
        <div>
          <Button icon="pencil" onClick={() => setWording(true)}>
            {words.indicator.wording}
          </Button>
        </div>
      )}
      {isWording && <WordingDialog indicator={indicator} onClose={() => setWording(false)} />}
      {indicator.systemNumber && <OwnNumber number={indicator.systemNumber} />}
      {mayEdit && <IndicatorForm key={indicator.id} indicator={indicator} />}
      <ProofPart
        subjectKind="indicator"
        subjectId={indicator.id}
        proofs={indicator.proofs}
        files={indicator.files}
        {...{ mayEdit, keepsFiles, forums }}
      />
      <details className="section evidence-history">
        <summary>{words.indicator.changes}</summary>
        <ChangeList thing={{ subjectKind: "indicator", subjectId: indicator.id }} />
      </details>
    </>
  );
}

function OwnNumber({ number }: { number: NonNullable<Indicator["systemNumber"]> }) {
  const words = useEvidenceMessages();
  const [language] = useLanguage();
  const [period] = usePeriod();
  const { data } = useQuery(numbersQuery(period));
  const found = data?.numbers.find((each) => each.number === number);
  if (!found) return null;
  return (
    <div className="evidence-number" data-empty={found.value === null}>
      <span className="small">{words.numbers[number].name}</span>
      <strong>
        {found.value === null
          ? words.none
          : words.numbers[number].value(shownNumber(found.value, language))}
      </strong>
      <div>
        <LinkButton href={`/program/bukti/angka/${number}${searchOf(period)}`} icon="table">
          {words.rows(found.rowCount)}
        </LinkButton>
      </div>
    </div>
  );
}
