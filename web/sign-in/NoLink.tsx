import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { WaitingWords } from "../offline/WaitingWords.tsx";
import { meQuery } from "../session/me-query.ts";
import { AlreadySignedIn } from "./AlreadySignedIn.tsx";
import type { Way } from "./WaysIn.tsx";

const WaysIn = lazy(() => import("./WaysIn.tsx"));

/** The sign-in page without a link: how to get in, or that one has just left. */
export function NoLink() {
  const [way, setWay] = useState<Way | null>(null);
  const { data: me } = useQuery(meQuery);
  if (me) return <AlreadySignedIn me={me} />;
  return (
    <>
      {way === null && (hasLeft(history.state) ? <Left /> : <PersonalLink />)}
      <Suspense fallback={<Skeleton rows={2} />}>
        <WaysIn way={way} onChoose={setWay} />
      </Suspense>
      <WaitingWords personId={null} />
    </>
  );
}

function Left() {
  const { session } = useMessages();
  return (
    <>
      <h1>{session.leftTitle}</h1>
      <p>{session.left}</p>
    </>
  );
}

function PersonalLink() {
  const { session, signIn } = useMessages();
  return (
    <>
      <h1>{signIn.noTokenTitle}</h1>
      <p>{signIn.noToken}</p>
      <ol className="steps">
        {session.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        {signIn.forEverybody} <a href="/publik">{signIn.publicLibrary}</a>
      </p>
    </>
  );
}

function hasLeft(state: unknown): boolean {
  return typeof state === "object" && state !== null && "hasLeft" in state;
}
