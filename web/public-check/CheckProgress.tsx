import "../files/files.css";
import { Button } from "../design/Button.tsx";
import { usePublicCheckMessages } from "../messages/use-public-check-messages.ts";
import type { Question, Step } from "./use-check.ts";

interface Props {
  question: Question;
  step: Step;
  onCancel: () => void;
}

/** What is being done, in words, with a way to stop it. */
export function CheckProgress({ question, step, onCancel }: Props) {
  const words = usePublicCheckMessages();
  const name = "file" in question ? question.file.name : "";
  const share = step.step === "computing" ? step.share : null;
  const label =
    share !== null
      ? words.computing(name, Math.floor(share * 100))
      : step.step === "reading"
        ? words.reading(name)
        : words.asking;
  return (
    <div className="section">
      {/* Each percent read aloud would be too much. */}
      <p role="status" aria-live={share === null ? "polite" : "off"}>
        {label}
      </p>
      <progress
        className="file-progress"
        aria-label={label}
        {...(share === null ? {} : { max: 1, value: share })}
      />
      <div>
        <Button icon="close" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
