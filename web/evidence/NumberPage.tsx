import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { numberColumns } from "../../domain/evidence/count-numbers.ts";
import type { EvidenceNumber } from "../../domain/evidence/evidence-lists.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { saveFile } from "../design/save-file.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { numberQuery } from "./evidence-query.ts";
import { PeriodPicker } from "./PeriodPicker.tsx";
import { numberCsv } from "./pack/number-csv.ts";
import { shownCell, shownNumber } from "./shown-values.ts";
import { sourceAddress } from "./source-address.ts";
import { searchOf, usePeriod } from "./use-period.ts";

/** One number with the rows that it is counted from. */
export function NumberPage({ number }: { number: EvidenceNumber }) {
  const words = useEvidenceMessages();
  const [language] = useLanguage();
  const [period, setPeriod] = usePeriod();
  const query = useQuery(numberQuery(number, period));
  const { name, how, value: valueWords } = words.numbers[number];
  const columns = numberColumns[number];
  // Two rows may say the same: their place tells them apart.
  const rows = query.data?.rows.map((row, place) => ({ ...row, key: `${place}` })) ?? [];
  return (
    <PageFrame title={name} back={`/program/bukti${searchOf(period)}`}>
      {(query.data || !query.isError) && (
        <>
          <h1>{name}</h1>
          <p>{how}</p>
          <PeriodPicker period={period} onPeriod={setPeriod} />
        </>
      )}
      {query.data ? (
        <>
          <p className="evidence-value">
            {query.data.value === null
              ? words.none
              : valueWords(shownNumber(query.data.value, language))}
          </p>
          {query.data.rows.length === 0 ? (
            <EmptyState icon="table">{words.number.empty}</EmptyState>
          ) : (
            <>
              <div>
                <Button
                  icon="table"
                  onClick={() =>
                    saveFile(`${name}.csv`, "text/csv", [
                      numberCsv(number, query.data.rows, words, location.origin),
                    ])
                  }
                >
                  {words.number.csv}
                </Button>
              </div>
              <section className="evidence-table" aria-label={name} tabIndex={-1}>
                <table>
                  <thead>
                    <tr>
                      {columns.map((column) => (
                        <th key={column} scope="col">
                          {words.columns[column]}
                        </th>
                      ))}
                      <th scope="col">{words.number.source}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ source, cells, key }) => (
                      <tr key={key}>
                        {columns.map((column, place) => (
                          <td key={column} data-label={words.columns[column]}>
                            {shownCell(column, cells[place] ?? null, words, language)}
                          </td>
                        ))}
                        <td data-label={words.number.source}>
                          {source ? (
                            <Link href={sourceAddress(source)}>{words.number.toSource}</Link>
                          ) : (
                            "–"
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            </>
          )}
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}
