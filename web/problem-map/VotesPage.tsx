import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { listAddress } from "./list-address.ts";
import { votesQuery } from "./problem-query.ts";
import { VoteStanding } from "./VoteStanding.tsx";

/** The votes of the villages, the newest first. */
export default function VotesPage() {
  const { votes: words } = useProblemMessages();
  const { data, isError, error, refetch } = useQuery(votesQuery);
  return (
    <PageFrame title={words.title} back="/program/peta">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {data ? (
        <div className="stack">
          {data.mayOpen && (
            <div className="row">
              <LinkButton href={listAddress({})} icon="bullets">
                {words.toList}
              </LinkButton>
            </div>
          )}
          {data.votes.length === 0 && (
            <EmptyState icon="check">{data.mayOpen ? words.noneEditor : words.none}</EmptyState>
          )}
          <ul className="listed">
            {data.votes.map((vote) => (
              <li key={vote.id} className="listed-item">
                <h2>
                  <Link className="whole-card-link" href={`/program/peta/suara/${vote.id}`}>
                    {vote.title}
                  </Link>
                </h2>
                <VoteStanding vote={vote} />
              </li>
            ))}
          </ul>
        </div>
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={3} />
      )}
    </PageFrame>
  );
}
