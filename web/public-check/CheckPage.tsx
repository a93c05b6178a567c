import "./public-check.css";
import { useEffect, useState } from "react";
import { PlainFrame } from "../design/PlainFrame.tsx";
import { usePublicCheckMessages } from "../messages/use-public-check-messages.ts";
import { CheckFailure } from "./CheckFailure.tsx";
import { CheckProgress } from "./CheckProgress.tsx";
import { DigitsForm } from "./DigitsForm.tsx";
import { FileChoice } from "./FileChoice.tsx";
import { ScriptLink } from "./ScriptLink.tsx";
import { grouped, isFingerprint, typedFingerprint } from "./typed-fingerprint.ts";
import { useCheck } from "./use-check.ts";
import { Verdict } from "./Verdict.tsx";

/** For everybody, without signing in: whether a document is the one that was approved. */
export default function CheckPage() {
  const words = usePublicCheckMessages();
  const [digits, setDigits] = useState(digitsInAddress);
  const { mutate: ask, begin, variables: question, data, error, isPending, step } = useCheck();
  useEffect(() => {
    // The camera opens the next paper's address in the page that is open already.
    const take = () => {
      setDigits(digitsInAddress());
      begin();
    };
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, [begin]);
  const beginAnew = () => {
    begin();
    // The button that was pressed is gone, and the keyboard would start at the top of the browser.
    document.getElementById("content")?.focus({ preventScroll: true });
  };
  return (
    <PlainFrame title={words.title}>
      <h1>{words.title}</h1>
      {isPending && question ? (
        <CheckProgress question={question} step={step} onCancel={beginAnew} />
      ) : data ? (
        <Verdict answer={data} onAnother={beginAnew} />
      ) : error && question ? (
        <CheckFailure error={error} onAgain={() => ask(question)} onAnother={beginAnew} />
      ) : (
        <>
          <p>{words.intro}</p>
          <FileChoice onFile={(file) => ask({ file })} />
          <DigitsForm
            digits={digits}
            onDigits={setDigits}
            onCheck={(fingerprint) => ask({ fingerprint })}
          />
        </>
      )}
      <ScriptLink />
    </PlainFrame>
  );
}

/** A printed document's address may carry its fingerprint: /periksa#… */
function digitsInAddress(): string {
  const digits = typedFingerprint(location.hash.slice(1));
  return isFingerprint(digits) ? grouped(digits) : "";
}
