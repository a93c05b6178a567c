import "./document.css";
import "./editor.css";
import "./tools.css";
import "./print.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { InSession } from "../in-session/InSession.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { DocumentDesk } from "./DocumentDesk.tsx";
import { type DocumentPageData, documentQuery } from "./document-query.ts";

/** For `sendWaitingWords`: a way in of its own would split the page's code and cost 4 kB. */
export { borrowConnection } from "./open-connections.ts";

export default function DocumentPage({ documentId }: { documentId: string }) {
  const { document: words } = useMessages();
  const query = useQuery(documentQuery(documentId));
  const [opening, setOpening] = useState(0);
  const reopen = async () => {
    await query.refetch();
    setOpening(opening + 1);
  };
  return (
    <PageFrame
      title={query.data?.document.title ?? words.title}
      back={query.data ? placeOf(query.data) : "/"}
      isQuiet
    >
      {query.data ? (
        <>
          {query.data.document.kind !== "module" && (
            <InSession forum={query.data.forum} documentId={documentId} />
          )}
          <DocumentDesk key={opening} data={query.data} onReopen={reopen} />
        </>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

/** What the document belongs to. */
function placeOf({ document, forum }: DocumentPageData): string {
  return document.kind === "module" ? `/program/modul/${document.id}` : `/forum/${forum.id}`;
}
