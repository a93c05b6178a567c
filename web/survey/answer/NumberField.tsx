import { useState } from "react";
import type { Answer, Question } from "../../../domain/survey/questions.ts";
import { formatNumber, readNumber } from "../../../domain/survey/read-number.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";

interface Props {
  question: Question;
  answer: Answer | undefined;
  onAnswer: (answer: Answer | undefined) => void;
}

/** Typed as people write it; how it was read is said below. What is no number stays as text. */
export function NumberField({ question, answer, onAnswer }: Props) {
  const { answer: words } = useSurveyMessages();
  const [typed, setTyped] = useState(() =>
    typeof answer === "number" ? formatNumber(answer) : typeof answer === "string" ? answer : "",
  );
  const { unit, least, most } = question;
  const change = (text: string) => {
    setTyped(text);
    const number = readNumber(text);
    onAnswer(text.trim() === "" ? undefined : (number ?? text));
  };
  const bounds =
    least !== null && most !== null
      ? words.between(formatNumber(least), formatNumber(most))
      : least !== null
        ? words.atLeast(formatNumber(least))
        : most !== null
          ? words.atMost(formatNumber(most))
          : null;
  return (
    <>
      <div className="number-line">
        <input
          aria-label={question.text}
          inputMode="decimal"
          maxLength={40}
          value={typed}
          onChange={(event) => change(event.target.value)}
        />
        {unit && <span>{unit}</span>}
      </div>
      <p className="small soft">
        {typeof answer === "number" ? words.read(`${formatNumber(answer)} ${unit}`.trim()) : bounds}
      </p>
    </>
  );
}
