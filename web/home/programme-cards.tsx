import type { ReactElement } from "react";
import type { citizensId } from "../messages/citizens-id.ts";
import type { modulesId } from "../messages/modules-id.ts";
import type { outcomesId } from "../messages/outcomes-id.ts";
import type { Language } from "../messages/use-messages.ts";
import type { waitingId } from "../messages/waiting-id.ts";
import { formatDay } from "../time.ts";
import type { Waiting } from "./program-waiting-query.ts";
import { WaitingCard } from "./WaitingCard.tsx";

interface Words {
  waiting: typeof waitingId;
  modules: typeof modulesId;
  outcomes: typeof outcomesId;
  citizens: typeof citizensId;
}

/** What the programme asks of whoever takes part in it: to comment, to evaluate, to tell, to write. */
export function programmeCards(
  { toComment, toEvaluate, outcomes, toWrite, toVote, citizens }: Waiting,
  words: Words,
  language: Language,
): ReactElement[] {
  return [
    ...toComment.map(({ documentId, title, forumTitle }) => (
      <WaitingCard
        key={`comment ${documentId}`}
        icon="note"
        state={words.waiting.comment.state}
        title={title}
        from={forumTitle}
        href={`/dokumen/${documentId}`}
        button={words.waiting.comment.button}
      />
    )),
    ...toVote.map(({ voteId, title, endsAt }) => (
      <WaitingCard
        key={`vote ${voteId}`}
        icon="check"
        state={words.waiting.voting.state}
        title={title}
        from={words.waiting.voting.until(formatDay(endsAt, language))}
        href={`/program/peta/suara/${voteId}`}
        button={words.waiting.voting.button}
      />
    )),
    ...toEvaluate.map(({ moduleId, title, forumId, forumTitle }) => (
      <WaitingCard
        key={`evaluate ${moduleId} ${forumId}`}
        icon="tasks"
        state={words.modules.toEvaluate}
        title={title}
        from={forumTitle}
        href={`/program/modul/${moduleId}/nilai/${forumId}`}
        button={words.modules.evaluate}
      />
    )),
    ...citizens.map(({ forumId, title, count }) => (
      <WaitingCard
        key={`citizens ${forumId}`}
        icon="forum"
        state={words.citizens.statuses.waiting}
        title={words.citizens.waiting(count)}
        from={title}
        href="/program/warga"
        button={words.citizens.open}
      />
    )),
    ...outcomes.map(({ documentId, title }) => (
      <WaitingCard
        key={`outcome ${documentId}`}
        icon="pencil"
        state={words.outcomes.home.waits}
        title={title}
        from={words.outcomes.home.title}
        href={`/program/hasil/${documentId}`}
        button={words.outcomes.home.give}
      />
    )),
    ...toWrite.map(({ moduleId, title, request }) => (
      <WaitingCard
        key={`write ${moduleId}`}
        icon="pencil"
        state={words.modules.asked}
        title={title}
        from={request}
        href={`/program/modul/${moduleId}`}
        button={words.modules.openOne}
      />
    )),
  ];
}
