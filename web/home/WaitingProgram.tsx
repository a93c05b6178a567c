import { useCitizensMessages } from "../messages/use-citizens-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import type { Waiting } from "./program-waiting-query.ts";
import { WaitingCard } from "./WaitingCard.tsx";

/** Modules to evaluate and to write, and cases of which it is asked what came of them. */
export function WaitingProgram({ waiting }: { waiting: Waiting }) {
  const { home } = useOutcomesMessages();
  const modules = useModulesMessages();
  const citizens = useCitizensMessages();
  return (
    <>
      {waiting.toEvaluate.map(({ moduleId, title, forumId, forumTitle }) => (
        <WaitingCard
          key={`evaluate ${moduleId} ${forumId}`}
          icon="tasks"
          state={modules.toEvaluate}
          title={title}
          from={forumTitle}
          href={`/program/modul/${moduleId}/nilai/${forumId}`}
          button={modules.evaluate}
        />
      ))}
      {waiting.citizens.map(({ forumId, title, count }) => (
        <WaitingCard
          key={`citizens ${forumId}`}
          icon="forum"
          state={citizens.statuses.waiting}
          title={citizens.waiting(count)}
          from={title}
          href="/program/warga"
          button={citizens.open}
        />
      ))}
      {waiting.outcomes.map(({ documentId, title }) => (
        <WaitingCard
          key={`outcome ${documentId}`}
          icon="pencil"
          state={home.waits}
          title={title}
          from={home.title}
          href={`/program/hasil/${documentId}`}
          button={home.give}
        />
      ))}
      {waiting.toWrite.map(({ moduleId, title, request }) => (
        <WaitingCard
          key={`write ${moduleId}`}
          icon="pencil"
          state={modules.asked}
          title={title}
          from={request}
          href={`/program/modul/${moduleId}`}
          button={modules.openOne}
        />
      ))}
    </>
  );
}
