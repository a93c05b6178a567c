import "../document/document.css";
import "../document/editor.css";
import "../document/tools.css";
import "./history.css";
import "./compare-head.css";
import "./record-files.css";
import "./player.css";
import "./restore.css";
import "./walker.css";
import "./compared.css";
import "./who-wrote.css";
import "./timeline.css";
import "./review/review.css";
import "./print.css";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { documentQuery } from "../document/document-query.ts";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { HistoryDesk } from "./HistoryDesk.tsx";
import { HistoryHeader } from "./HistoryHeader.tsx";
import type { HistoryAnswer, HistoryData, Versions } from "./history-answers.ts";
import { historyQuery } from "./history-query.ts";
import { phasesOf } from "./phases-of.ts";
import { RecordProgress } from "./RecordProgress.tsx";
import { versionsQuery } from "./versions-query.ts";

/** A document's past: who wrote what and when, as it was at any moment, and the way back. */
export default function HistoryPage({ documentId }: { documentId: string }) {
  const words = useHistoryMessages();
  const query = useQuery(historyQuery(documentId));
  // Whose lanes stand in it, also of villages that have not written yet.
  const document = useQuery(documentQuery(documentId));
  const named = useQuery(versionsQuery(documentId));
  const error = query.error ?? document.error ?? named.error;
  const data = useMemo(
    () => query.data && named.data && withVersions(query.data, named.data),
    [query.data, named.data],
  );
  const villages = document.data && [
    ...document.data.villages,
    ...(document.data.otherVillages ?? []),
  ];
  return (
    <PageFrame title={words.title} back={`/dokumen/${documentId}`} isQuiet>
      {data && villages ? (
        <article className="history">
          <HistoryHeader data={data} />
          {data.progress !== null ? (
            <RecordProgress {...data.progress} />
          ) : data.head === null ? (
            <EmptyState icon="clock" title={words.empty.title}>
              {words.empty.words}
            </EmptyState>
          ) : (
            <HistoryDesk
              {...{ data, villages }}
              head={data.head}
              reviews={document.data?.reviews ?? []}
            />
          )}
        </article>
      ) : error ? (
        <ErrorState
          error={error}
          onRetry={() => Promise.all([query.refetch(), document.refetch(), named.refetch()])}
        />
      ) : (
        <Skeleton rows={6} />
      )}
    </PageFrame>
  );
}

function withVersions(answer: HistoryAnswer, { versions, mayName }: Versions): HistoryData {
  return { ...answer, versions, mayName, phases: phasesOf(versions) };
}
