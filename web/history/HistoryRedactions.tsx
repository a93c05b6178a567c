import "../redaction/redaction.css";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { isBeforeCamat } from "../../domain/statuses.ts";
import { Button } from "../design/Button.tsx";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { patiently } from "../offline/patiently.ts";
import { BarNotes } from "../redaction/BarNotes.tsx";
import type { LetterId } from "../redaction/bar-letters.ts";
import { RedactionList } from "../redaction/RedactionList.tsx";
import { redactionsQuery } from "../redaction/redactions-query.ts";
import type { HistoryData } from "./history-answers.ts";

const RedactionDialog = lazy(() => patiently(() => import("../redaction/RedactionDialog.tsx")));

interface Props {
  document: HistoryData["document"];
  /** What the timeline is searched for. */
  words: string | undefined;
}

/** What was removed from the record, what its bars tell, and the way to remove what was searched for. */
export default function HistoryRedactions({ document, words: searched }: Props) {
  const words = useRedactionMessages();
  const { data } = useQuery(redactionsQuery(document.id));
  const [isOpen, setOpen] = useState(false);
  if (!data) return null;
  const { redactions, may } = data;
  const way = may.redact ? "redact" : may.propose ? "propose" : null;
  return (
    <>
      {redactions.length > 0 && (
        <section className="redactions" aria-label={words.list.title}>
          <RedactionList documentId={document.id} redactions={redactions} />
        </section>
      )}
      {way && (
        <div>
          <Button weight="quiet" icon="redact" onClick={() => setOpen(true)}>
            {searched ? words.removeSearched(searched) : words.button}
          </Button>
        </div>
      )}
      {way && isOpen && (
        <Suspense>
          <RedactionDialog
            {...{ documentId: document.id, way }}
            isSubmitted={isBeforeCamat(document.status)}
            words={searched ?? ""}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
      <BarNotes redactions={redactions} letterOf={letterOf} />
    </>
  );
}

function letterOf({ dataset }: HTMLElement): LetterId | null {
  const [client, clock] = (dataset.bar ?? "").split(":").map(Number);
  return client === undefined || clock === undefined ? null : { client, clock };
}
