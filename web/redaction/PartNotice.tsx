import { wholeAround } from "../../domain/redacted-words.ts";
import { Button } from "../design/Button.tsx";
import { Notice } from "../design/Notice.tsx";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import type { Occurrence } from "./redactions-query.ts";

interface Props {
  occurrences: readonly Occurrence[];
  onWhole: (whole: string) => void;
}

/** A list of all would be longer than what it warns of. */
const maxWholes = 3;

/** Chosen words that are a part of longer ones, which stay as they are in the notes, and the way to those. */
export function PartNotice({ occurrences, onWhole }: Props) {
  const { part } = useRedactionMessages();
  const wholes = occurrences.flatMap((each) => wholeAround(each.words, each) ?? []);
  const [first, ...more] = new Map(wholes.map((each) => [each.toLowerCase(), each])).values();
  if (first === undefined) return null;
  return (
    <>
      <Notice icon="warning" tone="wait">
        {part.warning(first)}
      </Notice>
      {[first, ...more].slice(0, maxWholes).map((whole) => (
        <Button key={whole} onClick={() => onWhole(whole)}>
          {part.choose(whole)}
        </Button>
      ))}
    </>
  );
}
