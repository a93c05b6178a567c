import { type ReactNode, useId } from "react";
import type { AnswerFault } from "../../../domain/survey/check-answers.ts";
import {
  type Answer,
  choicesOf,
  chosen,
  maxAnswerLength,
  type Question,
} from "../../../domain/survey/questions.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { NumberField } from "./NumberField.tsx";

interface Props {
  question: Question;
  place: number;
  answer: Answer | undefined;
  fault: AnswerFault | null;
  isReadOnly: boolean;
  onAnswer: (answer: Answer | undefined) => void;
}

/** One question with what its kind asks for. */
export function QuestionField(props: Props) {
  const { question, place, answer, fault, isReadOnly, onAnswer } = props;
  const { answer: words } = useSurveyMessages();
  const id = useId();
  const faultId = `${id}-fault`;
  const hintId = `${id}-hint`;
  const describedBy = [question.hint && hintId, fault && faultId].filter(Boolean).join(" ");
  return (
    <fieldset
      id={`q-${question.id}`}
      className="question"
      data-faulty={fault !== null}
      aria-describedby={describedBy || undefined}
      disabled={isReadOnly}
      tabIndex={-1}
    >
      <legend>
        {place}. {question.text}
        {!question.isRequired && <span className="optional"> ({words.optional})</span>}
      </legend>
      {question.hint && (
        <p id={hintId} className="small soft">
          {question.hint}
        </p>
      )}
      <Asked question={question} answer={answer} onAnswer={onAnswer} />
      {fault && (
        <p id={faultId} className="failure-line">
          {fault === "wrong" && question.kind === "number" && typeof answer === "string"
            ? words.wrongNumber
            : words.faults[fault]}
        </p>
      )}
    </fieldset>
  );
}

function Asked({ question, answer, onAnswer }: Pick<Props, "question" | "answer" | "onAnswer">) {
  const { answer: words } = useSurveyMessages();
  switch (question.kind) {
    case "single":
      return (
        <Choices question={question} answer={answer} onAnswer={onAnswer}>
          {answer !== undefined && !question.isRequired && (
            <button type="button" className="text-button" onClick={() => onAnswer(undefined)}>
              {words.clear}
            </button>
          )}
        </Choices>
      );
    case "multiple":
      return (
        <>
          <p className="small soft">{words.several}</p>
          <Choices question={question} answer={answer} onAnswer={onAnswer} />
        </>
      );
    case "scale":
      return (
        <>
          <Choices question={question} answer={answer} onAnswer={onAnswer} />
          {(question.scaleFrom || question.scaleTo) && (
            <p className="scale-ends small soft">
              <span>{question.scaleFrom}</span>
              <span>{question.scaleTo}</span>
            </p>
          )}
        </>
      );
    case "number":
      return <NumberField question={question} answer={answer} onAnswer={onAnswer} />;
    case "short":
      return (
        <input
          aria-label={question.text}
          maxLength={maxAnswerLength.short}
          value={typeof answer === "string" ? answer : ""}
          onChange={(event) => onAnswer(event.target.value || undefined)}
        />
      );
    case "long":
      return (
        <textarea
          aria-label={question.text}
          rows={4}
          maxLength={maxAnswerLength.long}
          value={typeof answer === "string" ? answer : ""}
          onChange={(event) => onAnswer(event.target.value || undefined)}
        />
      );
  }
}

function Choices({
  question,
  answer,
  onAnswer,
  children,
}: Pick<Props, "question" | "answer" | "onAnswer"> & { children?: ReactNode }) {
  const name = useId();
  const isMany = question.kind === "multiple";
  const ids = chosen(answer);
  const choose = (id: string, isOn: boolean) => {
    if (!isMany) return onAnswer(question.kind === "scale" ? Number(id) : id);
    const rest = ids.filter((each) => each !== id);
    const next = isOn ? [...rest, id] : rest;
    return onAnswer(next.length > 0 ? next : undefined);
  };
  return (
    <div className={question.kind === "scale" ? "scale-steps" : "answer-choices"}>
      {choicesOf(question).map(({ id, text }) => (
        <label key={id} className="answer-choice">
          <input
            type={isMany ? "checkbox" : "radio"}
            name={name}
            checked={ids.includes(id)}
            onChange={(event) => choose(id, event.target.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
      {children}
    </div>
  );
}
