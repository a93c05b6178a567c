import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api, readResponse, requireOk } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { formatDay } from "../time.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { AnswerItem } from "./AnswerItem.tsx";
import { type QuestionPageData, questionQuery, questionsKey } from "./questions-query.ts";
import { VoiceBadge } from "./VoiceBadge.tsx";
import { Withdrawal } from "./Withdrawal.tsx";

/** One question with its answers, the one that stands first. */
export function QuestionPage({ questionId }: { questionId: string }) {
  const { questions: words } = useSharingMessages();
  const query = useQuery(questionQuery(questionId));
  return (
    <PageFrame title={query.data?.question.title ?? words.title} back="/program/tanya">
      {query.data ? (
        <Content data={query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function Content({ data }: { data: QuestionPageData }) {
  const { question: words } = useSharingMessages();
  const { themes } = useMessages();
  const [language] = useLanguage();
  const [, go] = useLocation();
  const { question, answers, standing, may } = data;
  const isStanding = ({ id }: { id: string }) => id === standing?.answerId;
  const inOrder = [...answers.filter(isStanding), ...answers.filter((each) => !isStanding(each))];
  const withdraw = () =>
    requireOk(api.questions[":questionId"].$delete({ param: { questionId: question.id } }));
  return (
    <article className="stack">
      <header className="section">
        <p className="row small">
          <VoiceBadge voice={question.asker} />
          <span className="soft">{themes[question.theme]}</span>
          <span className="soft">{formatDay(question.at, language)}</span>
        </p>
        <h1>{question.title}</h1>
        {question.text && <p className="said">{question.text}</p>}
      </header>
      <CaseOfQuestion data={data} />
      <section className="section" aria-labelledby="answers">
        <h2 id="answers">{words.answersTitle}</h2>
        {answers.length === 0 && <p className="soft">{words.noAnswers}</p>}
        <ul className="listed">
          {inOrder.map((answer) => (
            <AnswerItem key={answer.id} data={data} answer={answer} />
          ))}
        </ul>
      </section>
      {may.answer && <AnswerForm question={question} />}
      {may.withdraw && (
        <div className="row">
          <Withdrawal
            name={words.withdraw}
            question={words.withdrawQuestion}
            consequence={words.withdrawConsequence}
            withdraw={withdraw}
            onDone={() => go("/program/tanya", { replace: true })}
          />
        </div>
      )}
    </article>
  );
}

function CaseOfQuestion({ data: { question, nextForum } }: { data: QuestionPageData }) {
  const { question: words } = useSharingMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const proposing = useMutation({
    mutationFn: () =>
      readResponse(api.questions[":questionId"].case.$post({ param: { questionId: question.id } })),
    onSuccess: ({ documentId }) => go(`/dokumen/${documentId}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: questionsKey }),
  });
  if (question.documentId !== null) {
    return (
      <div className="row">
        <span>{words.isCase}</span>
        <LinkButton href={`/dokumen/${question.documentId}`} icon="document">
          {words.openCase}
        </LinkButton>
      </div>
    );
  }
  if (nextForum === null) return null;
  const hint = question.asker.isHidden ? words.toCaseHidden : words.toCaseHint;
  return (
    <div className="section">
      <div className="row">
        <Button
          icon="document"
          aria-busy={proposing.isPending}
          onClick={() => proposing.isPending || proposing.mutate()}
        >
          {words.toCase}
        </Button>
      </div>
      <p className="small soft">{hint(nextForum.title)}</p>
      <FailureLine error={proposing.error} />
    </div>
  );
}
