import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { evidenceQuery } from "./evidence-query.ts";
import { IndicatorRows } from "./IndicatorRows.tsx";
import { NumberList } from "./NumberList.tsx";
import { PackPart } from "./PackPart.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import { usePeriod } from "./use-period.ts";

/** The innovation evidence: numbers, indicators, what is missing, and all of it to take away. */
export function EvidencePage() {
  const words = useEvidenceMessages();
  const [period, setPeriod] = usePeriod();
  const query = useQuery(evidenceQuery);
  return (
    <PageFrame title={words.title} back="/program">
      {(query.data || !query.isError) && <h1>{words.title}</h1>}
      {query.data ? (
        <>
          <p>{words.lead}</p>
          <PeriodPicker period={period} onPeriod={setPeriod} />
          <section className="section" aria-labelledby="numbers">
            <h2 id="numbers">{words.numbersTitle}</h2>
            <NumberList period={period} />
          </section>
          <section className="section" aria-labelledby="indicators">
            <h2 id="indicators">{words.indicators.title}</h2>
            <p className="soft">
              {words.indicators.complete(
                query.data.indicators.filter(({ status }) => status === "complete").length,
                query.data.indicators.length,
              )}
            </p>
            {query.data.indicators.length === 0 ? (
              <EmptyState icon="tasks">{words.indicators.empty}</EmptyState>
            ) : (
              <IndicatorRows indicators={query.data.indicators} period={period} />
            )}
            {query.data.mayEdit && (
              <>
                <p className="small soft">{words.indicators.yours}</p>
                <div>
                  <LinkButton href="/program/bukti/daftar" icon="pencil">
                    {words.indicators.edit}
                  </LinkButton>
                </div>
              </>
            )}
          </section>
          <PackPart period={period} />
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
    </PageFrame>
  );
}
