import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { outcomesKey } from "./outcomes-key.ts";
import type { OutcomeData } from "./outcomes-query.ts";
import { ResultDialog } from "./ResultDialog.tsx";

/** Which villages apply it, what came of it there, and one's own village's mark. */
export function OutcomeVillages({ data }: { data: OutcomeData }) {
  const words = useOutcomesMessages();
  const queryClient = useQueryClient();
  const [isTelling, setTelling] = useState(false);
  const { document, applying, applyingCount, may } = data;
  const own = applying.find(({ isOwn }) => isOwn);
  const marking = useMutation({
    mutationFn: async (isApplied: boolean) => {
      const route = api.outcomes[":documentId"].application;
      const param = { documentId: document.id };
      await requireOk(isApplied ? route.$put({ param, json: {} }) : route.$delete({ param }));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: outcomesKey }),
  });
  return (
    <section className="section" aria-labelledby="villages">
      <h2 id="villages">{words.villages}</h2>
      {applyingCount === 0 && <p className="soft">{words.noVillages}</p>}
      {applyingCount > applying.length && <p className="soft">{words.unnamed(applyingCount)}</p>}
      <ul className="outcome-list">
        {applying.map(({ village, result }) => (
          <li key={village.id} className="outcome-village">
            <VillageBadge village={village} />
            {result !== null && <p className="outcome-words">{result}</p>}
          </li>
        ))}
      </ul>
      {may.apply && (
        <div className="row">
          {own === undefined ? (
            <Button
              icon="check"
              weight="primary"
              aria-busy={marking.isPending}
              onClick={() => marking.isPending || marking.mutate(true)}
            >
              {words.apply}
            </Button>
          ) : (
            <>
              <Button icon="pencil" onClick={() => setTelling(true)}>
                {words.giveOwnResult}
              </Button>
              {own.result === null && (
                <Button
                  weight="quiet"
                  aria-busy={marking.isPending}
                  onClick={() => marking.isPending || marking.mutate(false)}
                >
                  {words.applyNoMore}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      <FailureLine error={marking.error} />
      {isTelling && (
        <ResultDialog
          documentId={document.id}
          of="village"
          known={own?.result ?? null}
          onClose={() => setTelling(false)}
        />
      )}
    </section>
  );
}
