import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { SortableList } from "../order/SortableList.tsx";
import { useOrder } from "../order/use-order.ts";
import { ChangeList } from "./ChangeList.tsx";
import { type EvidenceData, evidenceKey, evidenceQuery, type Indicator } from "./evidence-query.ts";
import { WordingDialog } from "./WordingDialog.tsx";

/** The indicators themselves: their words and order, for facilitators. */
export function IndicatorListPage() {
  const { list: words } = useEvidenceMessages();
  const query = useQuery(evidenceQuery);
  if (query.data && !query.data.mayEdit) return <NotFoundPage />;
  return (
    <PageFrame title={words.title} back="/program/bukti">
      {(query.data || !query.isError) && <h1>{words.title}</h1>}
      {query.data ? (
        <Content data={query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
    </PageFrame>
  );
}

function Content({ data }: { data: EvidenceData }) {
  const { list: words, cancel, indicators: names, indicator: parts } = useEvidenceMessages();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: evidenceKey });
  const [worded, setWorded] = useState<Indicator | "new" | null>(null);
  const [asked, setAsked] = useState<Indicator | null>(null);
  const order = useOrder({
    name: "indicators",
    current: data.indicators.map(({ id }) => id),
    save: (ids, basedOn) =>
      requireOk(api.evidence.indicators.$put({ json: { ids: [...ids], basedOn: [...basedOn] } })),
    refresh,
  });
  const route = api.evidence.indicators[":indicatorId"];
  const removal = useMutation({
    mutationFn: (indicatorId: string) => requireOk(route.$delete({ param: { indicatorId } })),
    onSuccess: () => setAsked(null),
    onSettled: refresh,
  });
  const restoration = useMutation({
    mutationFn: (indicatorId: string) =>
      requireOk(route.restoration.$put({ param: { indicatorId } })),
    onSettled: refresh,
  });
  const items = order.ids.flatMap((id) => data.indicators.find((each) => each.id === id) ?? []);
  const nameOf = ({ number, name }: { number: string; name: string }) =>
    names.numbered(number, name);
  return (
    <>
      <p>{words.lead}</p>
      <div>
        <Button weight="primary" icon="plus" onClick={() => setWorded("new")}>
          {words.add}
        </Button>
      </div>
      <FailureLine error={order.error} />
      <SortableList label={words.title} items={items} nameOf={nameOf} onOrder={order.change}>
        {(indicator) => (
          <span className="evidence-listed">
            {nameOf(indicator)}
            <span className="row">
              <Button
                weight="quiet"
                aria-label={words.change(indicator.name)}
                onClick={() => setWorded(indicator)}
              >
                {words.changeIt}
              </Button>
              <Button
                weight="quiet"
                aria-label={words.remove(indicator.name)}
                onClick={() => setAsked(indicator)}
              >
                {words.removeIt}
              </Button>
            </span>
          </span>
        )}
      </SortableList>
      {worded !== null && (
        <WordingDialog
          indicator={worded === "new" ? null : worded}
          onClose={() => setWorded(null)}
        />
      )}
      {asked && (
        <ConfirmDialog
          title={words.removeTitle(asked.name)}
          confirm={words.removeSure}
          cancel={cancel}
          isPending={removal.isPending}
          error={removal.error}
          onConfirm={() => removal.mutate(asked.id)}
          onClose={() => setAsked(null)}
        >
          <p>{words.removeWords}</p>
        </ConfirmDialog>
      )}
      {data.removed.length > 0 && (
        <section className="section" aria-labelledby="removed">
          <h2 id="removed">{words.removedTitle}</h2>
          <FailureLine error={restoration.error} />
          <ul className="stack">
            {data.removed.map((indicator) => (
              <li key={indicator.id}>
                <Button icon="undo" onClick={() => restoration.mutate(indicator.id)}>
                  {words.restore(nameOf(indicator))}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details className="section evidence-history">
        <summary>{parts.changes}</summary>
        <ChangeList thing={null} />
      </details>
    </>
  );
}
