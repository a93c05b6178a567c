import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { useLanguage } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { openFollowUpsText } from "./open-follow-ups-text.ts";
import type { FollowUp } from "./register-query.ts";

interface Props {
  village: string;
  followUps: readonly FollowUp[];
}

/** What is open in a village, for its group. */
export function CopyForWhatsApp({ village, followUps }: Props) {
  const words = useRegisterMessages();
  const [language] = useLanguage();
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const address = `${location.origin}/tindak-lanjut`;
  const text = openFollowUpsText({ village, followUps, address, words, language });
  const copy = async () => {
    setOutcome(
      await navigator.clipboard.writeText(text).then(
        () => "copied" as const,
        () => "failed" as const,
      ),
    );
  };
  return (
    <div className="section">
      <div className="row">
        <Button icon={outcome === "copied" ? "check" : "document"} onClick={copy}>
          {words.share.copy}
        </Button>
        <span role="status">{outcome && words.share[outcome]}</span>
      </div>
      {outcome === "failed" && (
        <label className="field">
          {words.share.label}
          <textarea readOnly rows={8} value={text} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </div>
  );
}
