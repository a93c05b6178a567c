import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { WaitingWords } from "../offline/WaitingWords.tsx";
import { meQuery } from "../session/me-query.ts";
import { AlreadySignedIn } from "./AlreadySignedIn.tsx";

const WaysIn = lazy(() => import("./WaysIn.tsx"));

/** The sign-in page without a link: how to get in, or that one has just left. */
export function NoLink() {
  const { session, signIn } = useMessages();
  const { data: me } = useQuery(meQuery);
  if (me) return <AlreadySignedIn me={me} />;
  if (hasLeft(history.state)) {
    return (
      <>
        <h1>{session.leftTitle}</h1>
        <p>{session.left}</p>
        <OtherWaysIn />
        <WaitingWords personId={null} />
      </>
    );
  }
  return (
    <>
      <h1>{signIn.noTokenTitle}</h1>
      <p>{signIn.noToken}</p>
      <ol className="steps">
        {session.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <OtherWaysIn />
      <WaitingWords personId={null} />
    </>
  );
}

function OtherWaysIn() {
  return (
    <Suspense fallback={<Skeleton rows={2} />}>
      <WaysIn />
    </Suspense>
  );
}

function hasLeft(state: unknown): boolean {
  return typeof state === "object" && state !== null && "hasLeft" in state;
}
