import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { meQuery } from "../session/me-query.ts";
import { AlreadySignedIn } from "./AlreadySignedIn.tsx";

interface Props {
  error: unknown;
  onRetry: () => unknown;
}

/** A link that was refused: why, and whom to ask. Anything else is an ordinary error. */
export function RefusedLink({ error, onRetry }: Props) {
  const { signIn, errors } = useMessages();
  const [language] = useLanguage();
  const { data: me, isPending } = useQuery(meQuery);
  if (isPending) return <Skeleton rows={2} />;
  if (me) return <AlreadySignedIn me={me} />;
  if (!(error instanceof ApiError) || error.sentence === null || error.status >= 500) {
    return <ErrorState error={error} onRetry={onRetry} />;
  }
  const isTooMany = error.status === 429;
  return (
    <>
      <h1>{isTooMany ? signIn.rateLimitedTitle : signIn.refusedTitle}</h1>
      <p role="alert">
        {error.sentence[language]} {signIn.safe}
      </p>
      {isTooMany && (
        <p>
          <Button icon="reload" onClick={() => onRetry()}>
            {errors.retry}
          </Button>
        </p>
      )}
    </>
  );
}
