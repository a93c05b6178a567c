import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { type DocumentPageData, documentQuery } from "../document/document-query.ts";
import { readingQuery } from "../document/reading-query.ts";
import { forumQuery } from "../forums/forum-query.ts";
import { useMessages } from "../messages/use-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { CasePaper } from "./CasePaper.tsx";
import { letterheadQuery } from "./letterhead-query.ts";
import { MinutesPaper } from "./MinutesPaper.tsx";
import { maskedOnPaper } from "./masked-on-paper.ts";

/** A document of a forum on paper: its words are asked of its room. */
export function DocumentPaper({ documentId }: { documentId: string }) {
  const { documentKinds } = useMessages();
  const query = useQuery(documentQuery(documentId));
  const { data, error } = query;
  if (data?.document.kind === "module") return <NotFoundPage />;
  return (
    <PageFrame
      title={data ? documentKinds[data.document.kind] : ""}
      back={`/dokumen/${documentId}`}
      isQuiet
    >
      {data ? (
        <Loaded data={maskedOnPaper(data)} />
      ) : error ? (
        <ErrorState error={error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
    </PageFrame>
  );
}

function Loaded({ data }: { data: DocumentPageData }) {
  const { document, forum: card } = data;
  const reading = useQuery(readingQuery(document.id));
  const forum = useQuery(forumQuery(card.id));
  const letterhead = useQuery(letterheadQuery(card.id));
  const failed = [reading, forum, letterhead].find(({ error, data: known }) => error && !known);
  if (failed) return <ErrorState error={failed.error} onRetry={failed.refetch} />;
  if (!reading.data || !forum.data || !letterhead.data) return <Skeleton rows={6} />;
  const papers = {
    data,
    reading: reading.data,
    forum: forum.data,
    letterhead: letterhead.data,
  };
  return document.kind === "case" ? <CasePaper {...papers} /> : <MinutesPaper {...papers} />;
}
