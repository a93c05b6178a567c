import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { foldWords } from "../../domain/people-words.ts";
import { api, readResponse } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { QuestionItem } from "./QuestionItem.tsx";
import { type ListedQuestion, type NextPage, questionsQuery } from "./questions-query.ts";

/** What the villages ask each other between the forums. */
export function QuestionsPage() {
  const { questions: words } = useSharingMessages();
  const { errors } = useMessages();
  const query = useQuery(questionsQuery);
  return (
    <PageFrame title={words.title} back="/program">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {query.isRefetchError && (
        <Notice icon="offline" tone="wait">
          {errors.stale}
        </Notice>
      )}
      {query.data ? (
        <div className="stack">
          {query.data.mayAsk && (
            <div className="row">
              <LinkButton href="/program/tanya/baru" weight="primary" icon="plus">
                {words.ask}
              </LinkButton>
            </div>
          )}
          {query.data.questions.length === 0 ? (
            <EmptyState icon="forum">
              {query.data.mayAsk ? words.emptyAsker : words.empty}
            </EmptyState>
          ) : (
            <Found questions={query.data.questions} next={query.data.next ?? null} />
          )}
        </div>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

interface FoundProps {
  questions: readonly ListedQuestion[];
  next: NextPage | null;
}

function Found({ questions: newest, next: first }: FoundProps) {
  const { questions: words } = useSharingMessages();
  const [older, setOlder] = useState<readonly ListedQuestion[]>([]);
  const [next, setNext] = useState(first);
  const loading = useMutation({
    mutationFn: ({ at, id }: NextPage) =>
      readResponse(api.questions.$get({ query: { at: `${at}`, id } })),
    onSuccess: (page) => {
      setOlder([...older, ...page.questions]);
      setNext(page.next);
    },
  });
  const known = new Set(newest.map(({ id }) => id));
  const questions = [...newest, ...older.filter(({ id }) => !known.has(id))];
  const { themes } = useMessages();
  const [search, setSearch] = useState("");
  const wanted = foldWords(search).split(" ").filter(Boolean);
  const found = questions.filter(({ title, theme }) => {
    const text = foldWords(`${title} ${themes[theme]}`);
    return wanted.every((word) => text.includes(word));
  });
  return (
    <>
      <TextField
        label={words.search}
        hint={words.searchHint}
        type="search"
        value={search}
        onText={setSearch}
      />
      <p className="small soft" role="status">
        {found.length === 0 ? words.nothingFound : words.count(found.length)}
      </p>
      <ul className="listed">
        {found.map((question) => (
          <QuestionItem key={question.id} question={question} />
        ))}
      </ul>
      <FailureLine error={loading.error} />
      {next && (
        <div className="row">
          <Button
            icon="down"
            aria-busy={loading.isPending}
            onClick={() => loading.isPending || loading.mutate(next)}
          >
            {words.older}
          </Button>
        </div>
      )}
    </>
  );
}
