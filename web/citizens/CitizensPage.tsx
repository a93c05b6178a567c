import "../design/forms.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { citizenQuestionStatuses } from "../../domain/citizen-questions.ts";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useCitizensMessages } from "../messages/use-citizens-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { CitizenItem } from "./CitizenItem.tsx";
import { type CitizenQuestion, citizensQuery } from "./citizens-query.ts";

/** What citizens asked on the forums' public pages, for facilitators. */
export function CitizensPage() {
  const words = useCitizensMessages();
  const { errors } = useMessages();
  const query = useQuery(citizensQuery);
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
        query.data.questions.length === 0 ? (
          <EmptyState icon="forum">{words.empty}</EmptyState>
        ) : (
          <Found questions={query.data.questions} />
        )
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function Found({ questions }: { questions: readonly CitizenQuestion[] }) {
  const words = useCitizensMessages();
  const [status, setStatus] = useState<CitizenQuestion["status"]>("waiting");
  const found = questions.filter((question) => question.status === status);
  return (
    <div className="stack program-form">
      <SelectField
        label={words.filter}
        value={status}
        options={citizenQuestionStatuses.map((each) => [each, words.statuses[each]] as const)}
        onChoose={setStatus}
      />
      <p className="small soft" role="status">
        {found.length === 0 ? words.nothing : words.count(found.length)}
      </p>
      <ul className="listed">
        {found.map((question) => (
          <CitizenItem key={question.id} question={question} />
        ))}
      </ul>
    </div>
  );
}
