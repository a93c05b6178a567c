import { type AnswerFault, isEmpty } from "../../../domain/survey/check-answers.ts";
import { type Answers, type Question, shownQuestions } from "../../../domain/survey/questions.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useSurveyMessages } from "../../messages/use-survey-messages.ts";
import { QuestionField } from "./QuestionField.tsx";

interface Props {
  questions: readonly Question[];
  answers: Answers;
  faults: readonly { questionId: string; fault: AnswerFault }[];
  isReadOnly?: boolean;
  onAnswers: (answers: Answers) => void;
}

/** The questions that are asked given what was answered so far. */
export function SurveyForm({ questions, answers, faults, isReadOnly = false, onAnswers }: Props) {
  const { themes } = useMessages();
  const { answer: words } = useSurveyMessages();
  const shown = shownQuestions(questions, answers);
  const done = shown.filter(({ id }) => !isEmpty(answers[id])).length;
  return (
    <div className="survey-form">
      {shown.map((question, at) => {
        const { id, theme } = question;
        const isNewTheme = theme !== null && theme !== shown[at - 1]?.theme;
        return (
          <div key={id} className="stack">
            {isNewTheme && <h2 className="question-theme">{themes[theme]}</h2>}
            <QuestionField
              question={question}
              place={at + 1}
              answer={answers[id]}
              fault={faults.find(({ questionId }) => questionId === id)?.fault ?? null}
              isReadOnly={isReadOnly}
              onAnswer={(answer) => onAnswers(withAnswer(answers, id, answer))}
            />
          </div>
        );
      })}
      <p className="small soft">{words.answered(done, shown.length)}</p>
    </div>
  );
}

function withAnswer(answers: Answers, id: string, answer: Answers[string] | undefined): Answers {
  const { [id]: _, ...rest } = answers;
  return answer === undefined ? rest : { ...rest, [id]: answer };
}
