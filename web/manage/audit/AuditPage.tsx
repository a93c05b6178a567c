import "../../design/forms.css";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { can } from "../../../domain/permissions.ts";
import { api, readResponse } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { EmptyState } from "../../design/EmptyState.tsx";
import { ErrorState } from "../../design/ErrorState.tsx";
import { PageFrame } from "../../design/PageFrame.tsx";
import { Skeleton } from "../../design/Skeleton.tsx";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import { useMe } from "../../session/SignedIn.tsx";
import { AuditFilter, type AuditQuestion } from "./AuditFilter.tsx";
import { AuditRows } from "./AuditRows.tsx";
import { AuditTools } from "./AuditTools.tsx";

export type AuditChoices = InferResponseType<typeof api.audit.choices.$get>;

/** The log of who did what to what. */
export default function AuditPage() {
  const { audit: words } = useCareMessages();
  const [question, setQuestion] = useState<AuditQuestion>({});
  const { district } = question;
  const { person, roles } = useMe();
  const actor = { personId: person.id, villageId: person.village?.id ?? null, roles };
  const choices = useQuery({
    queryKey: ["audit-choices", district],
    queryFn: () => readResponse(api.audit.choices.$get({ query: district ? { district } : {} })),
    placeholderData: (before) => before,
  });
  const log = useInfiniteQuery({
    queryKey: ["audit", question],
    queryFn: ({ pageParam }) =>
      readResponse(
        api.audit.$get({
          query: { ...question, ...(pageParam === null ? {} : { before: `${pageParam}` }) },
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
  });
  const rows = log.data?.pages.flatMap((page) => page.rows);
  return (
    <PageFrame title={words.title} back={can(actor, "people.see") ? "/kelola" : "/saya"}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {choices.data && (
        <>
          <AuditTools question={question} isWhole={choices.data.isWhole} />
          <AuditFilter choices={choices.data} question={question} onAsk={setQuestion} />
        </>
      )}
      {rows === undefined ? (
        log.isError ? (
          <ErrorState error={log.error} onRetry={log.refetch} />
        ) : (
          <Skeleton rows={6} />
        )
      ) : rows.length === 0 ? (
        <EmptyState icon="clock">{words.empty}</EmptyState>
      ) : (
        <AuditRows rows={rows} />
      )}
      {log.hasNextPage && (
        <div className="row">
          <Button aria-busy={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
            {words.older}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}
