import "./RecoveredWordsCard.css";
import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { CopyButton } from "./CopyButton.tsx";
import type { RecoveredRecord } from "./device-database.ts";

interface Props {
  recovered: Pick<RecoveredRecord, "refusal" | "words">;
  /** Whether they are on the device, and not on this page alone. */
  isKept: boolean;
  onDiscard: () => void;
}

/** Words that a room did not take: why, and the person's choice to copy or discard them. */
export function RecoveredWordsCard({ recovered: { refusal, words }, isKept, onDiscard }: Props) {
  const {
    offline: { recovered },
    document: { refusals },
  } = useMessages();
  const [isSure, setSure] = useState(false);
  return (
    <section className="recovered" aria-label={recovered.title}>
      <h2>
        <Icon name="document" />
        {recovered.title}
      </h2>
      <p>{`${refusals[refusal]} ${isKept ? recovered.kept : recovered.onlyHere}`}</p>
      <blockquote>{words}</blockquote>
      <div className="row">
        <CopyButton text={words} />
        {isSure ? (
          <>
            <Button weight="danger" onClick={onDiscard}>
              {recovered.discardSure}
            </Button>
            <Button onClick={() => setSure(false)}>{recovered.keep}</Button>
          </>
        ) : (
          <Button onClick={() => setSure(true)}>{recovered.discard}</Button>
        )}
      </div>
    </section>
  );
}
