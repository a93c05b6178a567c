import type { ReactElement } from "react";
import type { waitingId } from "../messages/waiting-id.ts";
import type { Waiting } from "./program-waiting-query.ts";
import { WaitingCard } from "./WaitingCard.tsx";

/** What waits for whoever looks after the programme. */
export function facilitatorCards(
  { questions, surveys, toSort, toRefine }: NonNullable<Waiting["facilitator"]>,
  words: typeof waitingId,
): ReactElement[] {
  return [
    ...(questions ? [questionsCard(questions, words)] : []),
    ...toSort.map(({ forumId, forumTitle, count, first }) => (
      <WaitingCard
        key={`sort ${forumId}`}
        icon="sections"
        state={words.sorting.state}
        title={forumTitle}
        from={words.sorting.cases(count, first)}
        href={`/forum/${forumId}`}
        button={words.sorting.button}
      />
    )),
    ...toRefine.map(({ moduleId, title, useCount }) => (
      <WaitingCard
        key={`refine ${moduleId}`}
        icon="pencil"
        state={words.refining.state}
        title={title}
        from={words.refining.uses(useCount)}
        href={`/program/modul/${moduleId}`}
        button={words.refining.button}
      />
    )),
    ...surveys.map(({ id, title, asked, answered }) => (
      <WaitingCard
        key={`survey ${id}`}
        icon="people"
        state={words.surveys.state}
        title={title}
        from={words.surveys.answered(answered, asked)}
        href={`/program/survei/${id}`}
        button={words.surveys.button}
      />
    )),
  ];
}

type Unanswered = NonNullable<NonNullable<Waiting["facilitator"]>["questions"]>;

/** One leads to itself, several to their list. */
function questionsCard({ count, oldest }: Unanswered, { questions: words }: typeof waitingId) {
  const isOne = count === 1;
  return (
    <WaitingCard
      key="questions"
      icon="forum"
      state={words.state}
      title={isOne ? oldest.title : words.title(count)}
      from={isOne ? words.from : words.oldest(oldest.title)}
      href={isOne ? `/program/tanya/${oldest.id}` : "/program/tanya"}
      button={isOne ? words.answerOne : words.answerAll}
    />
  );
}
