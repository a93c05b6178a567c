import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { type OutcomeListData, outcomesQuery } from "./outcomes-query.ts";

export function OutcomesPage() {
  const words = useOutcomesMessages();
  const query = useQuery(outcomesQuery);
  return (
    <PageFrame title={words.title} back="/program">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {query.data ? (
        <Outcomes {...query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function Outcomes({ outcomes, toWrite }: OutcomeListData) {
  const words = useOutcomesMessages();
  const { themes } = useMessages();
  return (
    <>
      {outcomes.length === 0 && <EmptyState icon="document">{words.empty}</EmptyState>}
      <ul className="outcome-list">
        {outcomes.map(({ documentId, title, theme, learnt, applying }) => (
          <li key={documentId} className="outcome-card">
            <h2>
              <Link href={`/program/hasil/${documentId}`} className="whole-card-link">
                {title}
              </Link>
            </h2>
            <p className="outcome-words">{learnt}</p>
            <p className="small soft">
              {themes[theme]} · {words.applying(applying)}
            </p>
          </li>
        ))}
      </ul>
      {toWrite.length > 0 && (
        <section className="section" aria-labelledby="to-write">
          <h2 id="to-write">{words.toWrite}</h2>
          <ul className="outcome-list">
            {toWrite.map(({ documentId, title, forumTitle }) => (
              <li key={documentId} className="outcome-card">
                <h3>{title}</h3>
                <p className="small soft">{words.of(forumTitle)}</p>
                <div>
                  <LinkButton
                    href={`/program/hasil/${documentId}`}
                    icon="pencil"
                    aria-label={words.writeNamed(title)}
                  >
                    {words.write}
                  </LinkButton>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
