import { useEffect, useId, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { usePublicCheckMessages } from "../messages/use-public-check-messages.ts";
import { grouped } from "./typed-fingerprint.ts";
import type { Answer } from "./use-check.ts";

interface Props {
  answer: Answer;
  onAnother: () => void;
}

/** The answer in one large word, what it means, and what to do now. */
export function Verdict({ answer, onAnother }: Props) {
  const { matches, fingerprint, document: file } = answer;
  const words = usePublicCheckMessages();
  const said = matches ? words.match : words.mismatch;
  const redacted = file?.redacted ?? 0;
  const meaning =
    matches && redacted > 0 ? words.match.fileRedacted : file ? said.file : said.digits;
  const titleId = useId();
  const word = useRef<HTMLHeadingElement>(null);
  useEffect(() => word.current?.focus(), []);
  return (
    <>
      <section className="verdict" data-matches={matches} aria-labelledby={titleId}>
        <h2 id={titleId} ref={word} tabIndex={-1} className="verdict-word">
          <Icon name={matches ? "check" : "warning"} />
          {said.word}
        </h2>
        <p className="verdict-meaning">{meaning}</p>
        <p>{file ? said.fileNext : said.digitsNext}</p>
        {matches && file && redacted > 0 && <p>{words.match.redacted(redacted, file.parts)}</p>}
      </section>
      <dl className="facts">
        {file?.title != null && (
          <div>
            <dt>{words.documentTitle}</dt>
            <dd>{file.title}</dd>
          </div>
        )}
        <div>
          <dt>{words.fingerprint}</dt>
          <dd className="digits">{grouped(fingerprint)}</dd>
        </div>
      </dl>
      <div>
        <Button size="large" icon="back" onClick={onAnother}>
          {file || matches ? words.another : words.correct}
        </Button>
      </div>
    </>
  );
}
