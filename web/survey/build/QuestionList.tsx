import { useState } from "react";
import type { QuestionFault } from "../../../domain/survey/check-questions.ts";
import { maxQuestions, type Question } from "../../../domain/survey/questions.ts";
import { Button } from "../../design/Button.tsx";
import { EmptyState } from "../../design/EmptyState.tsx";
import { useMessages } from "../../messages/use-messages.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { SortableList } from "../../order/SortableList.tsx";
import { QuestionEditor } from "./QuestionEditor.tsx";
import { newQuestion } from "./survey-words.ts";

interface Props {
  questions: readonly Question[];
  faults: readonly { questionId: string; fault: QuestionFault }[];
  onChange: (questions: readonly Question[]) => void;
}

/** The questions in their order; one of them is open for editing. */
export function QuestionList({ questions, faults, onChange }: Props) {
  const { build: words } = useSurveyMessages();
  const [openId, setOpenId] = useState<string | null>(null);
  const nameOf = ({ text }: Question) => text.trim() || words.blank;
  const add = () => {
    const question = newQuestion();
    onChange([...questions, question]);
    setOpenId(question.id);
  };
  return (
    <section className="section" aria-labelledby="questions">
      <h2 id="questions">{words.questions}</h2>
      {questions.length === 0 && <EmptyState icon="tasks">{words.noQuestions}</EmptyState>}
      <SortableList
        label={words.questions}
        items={questions}
        nameOf={nameOf}
        onOrder={(ids) =>
          onChange(ids.flatMap((id) => questions.find((question) => question.id === id) ?? []))
        }
      >
        {(question, place) =>
          question.id === openId ? (
            <QuestionEditor
              question={question}
              earlier={questions.slice(0, place)}
              onChange={(next) =>
                onChange(questions.map((each) => (each.id === next.id ? next : each)))
              }
              onDone={() => setOpenId(null)}
              onRemove={() => onChange(questions.filter(({ id }) => id !== question.id))}
            />
          ) : (
            <Summary
              question={question}
              place={place}
              faults={faults.filter(({ questionId }) => questionId === question.id)}
              onEdit={() => setOpenId(question.id)}
            />
          )
        }
      </SortableList>
      {questions.length < maxQuestions && (
        <div className="row">
          <Button icon="plus" onClick={add}>
            {words.add}
          </Button>
        </div>
      )}
    </section>
  );
}

interface SummaryProps {
  question: Question;
  place: number;
  faults: Props["faults"];
  onEdit: () => void;
}

function Summary({ question, place, faults, onEdit }: SummaryProps) {
  const { build: words } = useSurveyMessages();
  const { themes } = useMessages();
  const { kind, theme, isRequired, condition } = question;
  const name = question.text.trim() || words.blank;
  return (
    <div className="question-summary">
      <p>
        <strong>
          {place + 1}. {name}
        </strong>
      </p>
      <p className="small soft">
        {[
          words.kinds[kind],
          theme && themes[theme],
          isRequired && words.required,
          condition && words.onlyIf,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {faults.map(({ fault }) => (
        <p key={fault} className="failure-line small">
          {words.faults[fault]}
        </p>
      ))}
      <p>
        <Button icon="pencil" aria-label={words.editNamed(name)} onClick={onEdit}>
          {words.editOne}
        </Button>
      </p>
    </div>
  );
}
