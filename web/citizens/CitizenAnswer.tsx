import type { FormEvent } from "react";
import { maxQuestionLength } from "../../domain/citizen-questions.ts";
import { findPersonalData } from "../../domain/publication/personal-data.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Notice } from "../design/Notice.tsx";
import { useCitizensMessages } from "../messages/use-citizens-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import type { CitizenQuestion } from "./citizens-query.ts";
import { useDealing } from "./use-dealing.ts";

interface Props {
  question: CitizenQuestion;
  /** Null where there is nothing to go back to. */
  onClose: (() => void) | null;
}

interface Typed {
  shownText: string;
  answer: string;
  isPublic: boolean;
}

/** The answer, and the question in the words that the public reads; kept on the device. */
export function CitizenAnswer({ question, onClose }: Props) {
  const { person } = useMe();
  const { shownText, answer, isPublic, status } = question;
  const begun = (): Typed => ({
    ...{ shownText, answer },
    isPublic: status === "waiting" ? true : isPublic,
  });
  const draft = useDeviceDraft(person.id, `citizen answer ${question.id}`, begun);
  const { typed } = draft;
  return (
    typed && (
      <Form
        question={question}
        typed={typed}
        onType={draft.set}
        onSent={draft.clear}
        onClose={onClose}
      />
    )
  );
}

interface FormProps extends Props {
  typed: Typed;
  onType: (typed: Typed) => void;
  onSent: () => void;
}

function Form({ question, typed, onType, onSent, onClose }: FormProps) {
  const words = useCitizensMessages();
  const dealing = useDealing(question, () => {
    onSent();
    onClose?.();
  });
  const { shownText, answer, isPublic } = typed;
  const isEmpty = answer.trim() === "" || shownText.trim() === "";
  const personal = isPublic ? findPersonalData(`${shownText}\n${answer}`, null) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && !dealing.isPending) dealing.mutate({ ...typed, status: "answered" });
  };
  return (
    <form className="form" onSubmit={submit}>
      <label className="field">
        {words.shownText}
        <textarea
          rows={3}
          maxLength={maxQuestionLength}
          value={shownText}
          onChange={(event) => onType({ ...typed, shownText: event.target.value })}
        />
        <span className="field-hint">{words.shownHint}</span>
      </label>
      <label className="field">
        {words.answer}
        <textarea
          rows={4}
          maxLength={4000}
          value={answer}
          onChange={(event) => onType({ ...typed, answer: event.target.value })}
        />
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={isPublic}
          onChange={(event) => onType({ ...typed, isPublic: event.target.checked })}
        />
        {words.isPublic}
      </label>
      {personal.length > 0 && (
        <Notice icon="warning" tone="wait">
          {`${words.personal} ${personal.map(({ text }) => text).join(", ")}`}
        </Notice>
      )}
      <FailureLine error={dealing.error} />
      <div className="row">
        <Button
          type="submit"
          weight="primary"
          icon="send"
          disabled={isEmpty}
          aria-busy={dealing.isPending}
        >
          {dealing.isPending ? words.sending : isPublic ? words.sendPublic : words.send}
        </Button>
        <Button
          icon="close"
          aria-busy={dealing.isPending}
          onClick={() => dealing.mutate({ ...typed, isPublic: false, status: "setAside" })}
        >
          {words.setAside}
        </Button>
        {onClose && (
          <Button weight="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
