import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useDeferredValue, useState } from "react";
import { useLocation } from "wouter";
import { maxTitleLength } from "../../domain/forum-plan.ts";
import { type Theme, themes } from "../../domain/statuses.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { type DeviceDraft, useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";
import { QuestionItem } from "./QuestionItem.tsx";
import { questionsKey, similarQuery } from "./questions-query.ts";

const begun = () => ({
  id: crypto.randomUUID(),
  title: "",
  theme: "planning" as Theme,
  text: "",
  isHidden: false,
});
type Typed = ReturnType<typeof begun>;

/** A new question, with those that were asked before beside it. */
export function AskPage() {
  const { form: words } = useSharingMessages();
  const { person } = useMe();
  const draft = useDeviceDraft(person.id, "question", begun);
  return (
    <PageFrame title={words.title} back="/program/tanya">
      <h1>{words.title}</h1>
      {draft.typed === null ? (
        <Skeleton rows={4} />
      ) : (
        <AskForm draft={draft} typed={draft.typed} isOfVillage={person.village !== null} />
      )}
    </PageFrame>
  );
}

interface Props {
  draft: DeviceDraft<Typed>;
  typed: Typed;
  isOfVillage: boolean;
}

function AskForm({ draft, typed, isOfVillage }: Props) {
  const { form: words } = useSharingMessages();
  const { themes: names } = useMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<Typed>) => {
    setMissing(false);
    draft.set({ ...typed, ...part });
  };
  const asking = useMutation({
    mutationFn: (json: Typed) => requireOk(api.questions.$post({ json })),
    onSuccess: (_, { id }) => {
      draft.clear();
      void queryClient.invalidateQueries({ queryKey: questionsKey });
      go(`/program/tanya/${id}`, { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWrong = !/\p{L}/u.test(typed.title) || typed.title.trim().length > maxTitleLength;
    setMissing(isWrong);
    if (!isWrong && !asking.isPending) asking.mutate(typed);
  };
  return (
    <form className="form program-form" onSubmit={submit} noValidate>
      <TextField
        label={words.question}
        hint={words.questionHint}
        autoComplete="off"
        value={typed.title}
        onText={(title) => change({ title })}
      />
      <Similar title={typed.title} />
      <SelectField
        label={words.theme}
        value={typed.theme}
        options={themes.map((each) => [each, names[each]] as const)}
        onChoose={(theme) => change({ theme })}
      />
      <label className="field">
        {words.more}
        <textarea
          rows={4}
          maxLength={4000}
          value={typed.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <span className="field-hint">{words.moreHint}</span>
      </label>
      {isOfVillage && (
        <label className="tick">
          <input
            type="checkbox"
            checked={typed.isHidden}
            onChange={(event) => change({ isHidden: event.target.checked })}
          />
          <span className="tick-text">
            {words.isHidden}
            <span className="field-hint">{words.hiddenWhy}</span>
          </span>
        </label>
      )}
      <p className="small soft">{words.kept}</p>
      {isMissing && (
        <p role="alert" className="failure-line">
          {words.missing}
        </p>
      )}
      <FailureLine error={asking.error} />
      <div className="row">
        <Button type="submit" weight="primary" icon="send" aria-busy={asking.isPending}>
          {asking.isPending ? words.sending : words.send}
        </Button>
        <Button weight="quiet" onClick={() => go("/program/tanya")}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function Similar({ title }: { title: string }) {
  const { form: words } = useSharingMessages();
  const { data } = useQuery(similarQuery(useDeferredValue(title.trim())));
  const found = data?.questions ?? [];
  if (found.length === 0 || title.trim() === "") return null;
  return (
    <section className="section" aria-label={words.similar}>
      <p className="small" role="status">
        {words.similar}
      </p>
      <ul className="listed">
        {found.map((question) => (
          <QuestionItem key={question.id} question={question} />
        ))}
      </ul>
    </section>
  );
}
