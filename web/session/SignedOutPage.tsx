import { useEffect } from "react";
import { useLocation } from "wouter";
import { LinkButton } from "../design/Button.tsx";
import { PlainFrame } from "../design/PlainFrame.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { WaitingWords } from "../offline/WaitingWords.tsx";
import { rememberWantedPlace } from "./wanted-place.ts";

/** What everybody sees who opens a page without a session. */
export function SignedOutPage() {
  const { session } = useMessages();
  const [path] = useLocation();
  const isLinking = path === "/hubungkan";
  useEffect(() => rememberWantedPlace(path, Date.now()), [path]);
  useEffect(() => {
    if (!isLinking) return;
    // Another device's code must not stay in the address, nor in the browser's history.
    const hideCode = () => location.hash && history.replaceState(history.state, "", path);
    hideCode();
    addEventListener("hashchange", hideCode);
    return () => removeEventListener("hashchange", hideCode);
  }, [isLinking, path]);
  return (
    <PlainFrame title={session.signedOutTitle}>
      <h1>{session.signedOutTitle}</h1>
      <p>{isLinking ? session.signedOutLinking : session.signedOut}</p>
      <ol className="steps">
        {session.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <LinkButton href="/masuk">{session.otherWays}</LinkButton>
      <WaitingWords personId={null} />
    </PlainFrame>
  );
}
