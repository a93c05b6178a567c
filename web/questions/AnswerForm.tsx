import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { type DeviceDraft, useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import { type QuestionPageData, questionsKey } from "./questions-query.ts";

const begun = () => ({ id: crypto.randomUUID(), text: "" });
type Typed = ReturnType<typeof begun>;

/** Answers a question; what was begun is kept on the device. */
export function AnswerForm({ question }: Pick<QuestionPageData, "question">) {
  const { person } = useMe();
  const draft = useDeviceDraft(person.id, `answer ${question.id}`, begun);
  return draft.typed && <Form question={question} draft={draft} typed={draft.typed} />;
}

interface Props extends Pick<QuestionPageData, "question"> {
  draft: DeviceDraft<Typed>;
  typed: Typed;
}

function Form({ question, draft, typed }: Props) {
  const { question: words } = useSharingMessages();
  const { person } = useMe();
  const queryClient = useQueryClient();
  const sending = useMutation({
    mutationFn: (json: Typed) =>
      requireOk(
        api.questions[":questionId"].answers.$post({ param: { questionId: question.id }, json }),
      ),
    onSuccess: () => {
      draft.set(begun());
      return queryClient.invalidateQueries({ queryKey: questionsKey });
    },
  });
  const isEmpty = typed.text.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && !sending.isPending) sending.mutate(typed);
  };
  const { isHidden, village } = question.asker;
  const isAsker = isHidden && village !== null && village.id === person.village?.id;
  return (
    <form className="form program-form" onSubmit={submit}>
      <label className="field">
        {words.yourAnswer}
        <textarea
          rows={4}
          maxLength={4000}
          value={typed.text}
          onChange={(event) => draft.set({ ...typed, text: event.target.value })}
        />
        <span className="field-hint">{isAsker ? words.answerAsAsker : words.answerHint}</span>
      </label>
      <FailureLine error={sending.error} />
      <div className="row">
        <Button
          type="submit"
          weight="primary"
          icon="send"
          disabled={isEmpty}
          aria-busy={sending.isPending}
        >
          {sending.isPending ? words.sending : words.send}
        </Button>
      </div>
    </form>
  );
}
