import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect } from "react";
import { ErrorState } from "../design/ErrorState.tsx";
import { PlainFrame } from "../design/PlainFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { sendWaitingWords } from "../offline/send-waiting.ts";
import { type Me, meQuery } from "./me-query.ts";
import { SignedOutPage } from "./SignedOutPage.tsx";

const MeContext = createContext<Me | null>(null);

/** Shows its inside to signed-in people only, and to the others how to get in. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { productName } = useMessages();
  const { data: me, error, refetch, isFetching } = useQuery(meQuery);
  const personId = me?.person.id;
  useEffect(() => {
    if (personId !== undefined) void sendWaitingWords(personId);
  }, [personId]);
  if (me) return <MeContext value={me}>{children}</MeContext>;
  if (me === null) return <SignedOutPage />;
  return (
    <PlainFrame title={productName}>
      {error && !isFetching ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={3} />
      )}
    </PlainFrame>
  );
}

/** The person signed in; for use inside `SignedIn`. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error("useMe was called outside SignedIn");
  return me;
}
