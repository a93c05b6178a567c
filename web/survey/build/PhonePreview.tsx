import { useEffect, useRef, useState } from "react";
import type { Answers } from "../../../domain/survey/questions.ts";
import { Button } from "../../design/Button.tsx";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { SurveyForm } from "../answer/SurveyForm.tsx";
import { WhoSees } from "../WhoSees.tsx";
import type { SurveyWords } from "./survey-words.ts";

/** The survey in a frame as wide as a phone, to be tried out. */
export function PhonePreview({ words, onClose }: { words: SurveyWords; onClose: () => void }) {
  const { build } = useSurveyMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const [answers, setAnswers] = useState<Answers>({});
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="form-dialog preview-dialog"
      aria-label={build.previewTitle}
      onClose={onClose}
    >
      <div className="row preview-head">
        <p className="small soft">{build.previewNote}</p>
        <Button icon="close" onClick={onClose}>
          {build.close}
        </Button>
      </div>
      <div className="phone-frame">
        <h1>{words.title}</h1>
        {words.intro && <p className="survey-intro">{words.intro}</p>}
        <WhoSees openness={words.openness} />
        <SurveyForm
          questions={words.questions}
          answers={answers}
          faults={[]}
          onAnswers={setAnswers}
        />
      </div>
    </dialog>
  );
}
