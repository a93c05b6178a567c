import { useQuery } from "@tanstack/react-query";
import { createContext, lazy, type ReactNode, Suspense, use, useEffect } from "react";
import { ErrorState } from "../design/ErrorState.tsx";
import { PlainFrame } from "../design/PlainFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { dropOldCopies } from "../offline/old-copies.ts";
import { sendWaitingWords } from "../offline/send-waiting.ts";
import { sendQueuedSurveys } from "../survey/queued-surveys.ts";
import { type Me, meQuery } from "./me-query.ts";
import { SignedOutPage } from "./SignedOutPage.tsx";

/** Read once in a lifetime, so it does not travel with the first page. */
const NoticePage = lazy(() => import("../mine/NoticePage.tsx"));

const MeContext = createContext<Me | null>(null);

/** Shows its inside to signed-in people only, and to the others how to get in. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { data: me, error, refetch, isFetching } = useQuery(meQuery);
  const personId = me?.person.id;
  useEffect(() => {
    if (personId === undefined) return;
    void sendWaitingWords(personId);
    void dropOldCopies(personId);
    return sendQueuedSurveys(personId);
  }, [personId]);
  if (me) {
    return (
      <MeContext value={me}>
        {me.noticeSeenAt === null ? (
          <Suspense fallback={<Waiting />}>
            <NoticePage />
          </Suspense>
        ) : (
          children
        )}
      </MeContext>
    );
  }
  if (me === null) return <SignedOutPage />;
  return <Waiting error={isFetching ? null : error} onRetry={refetch} />;
}

function Waiting({ error, onRetry }: { error?: unknown; onRetry?: () => unknown }) {
  const { productName } = useMessages();
  return (
    <PlainFrame title={productName}>
      {error ? <ErrorState error={error} {...(onRetry && { onRetry })} /> : <Skeleton rows={3} />}
    </PlainFrame>
  );
}

/** The person signed in; for use inside `SignedIn`. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error("useMe was called outside SignedIn");
  return me;
}
