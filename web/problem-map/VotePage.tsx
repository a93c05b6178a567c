import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { BallotForm } from "./BallotForm.tsx";
import { mapKey } from "./map-query.ts";
import { ProblemItem } from "./ProblemItem.tsx";
import { type VotePageData, voteQuery } from "./problem-query.ts";
import { Voters } from "./Voters.tsx";
import { VoteStanding } from "./VoteStanding.tsx";

/** One vote of the villages: to choose while it is open, to read once it is closed. */
export default function VotePage({ voteId }: { voteId: string }) {
  const { votes: words } = useProblemMessages();
  const { data, isError, error, refetch } = useQuery(voteQuery(voteId));
  return (
    <PageFrame title={data?.title ?? words.title} back="/program/peta/suara">
      {data ? (
        <Content vote={data} />
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function Content({ vote }: { vote: VotePageData }) {
  const { votes: words } = useProblemMessages();
  return (
    <article className="stack">
      <header className="section">
        <h1>{vote.title}</h1>
        <VoteStanding vote={vote} />
      </header>
      {vote.may.vote ? <BallotForm vote={vote} /> : !vote.isOver && <Candidates vote={vote} />}
      {vote.isOver && <Results vote={vote} />}
      {vote.villages && <Voters vote={vote} />}
      {vote.may.close && <Closing vote={vote} />}
      {!vote.isOver && !vote.may.vote && <p className="small soft">{words.resultsLater}</p>}
    </article>
  );
}

/** For whoever does not vote. */
function Candidates({ vote: { problems, isAsked, own } }: { vote: VotePageData }) {
  const { votes: words } = useProblemMessages();
  return (
    <>
      {isAsked && <p>{words.onlySpeaker}</p>}
      {own && <OwnVote own={own} problems={problems} />}
      <ul className="listed">
        {problems.map((problem) => (
          <ProblemItem key={problem.id} problem={problem} />
        ))}
      </ul>
    </>
  );
}

function OwnVote({
  own,
  problems,
}: Pick<VotePageData, "problems"> & { own: NonNullable<VotePageData["own"]> }) {
  return (
    <ul className="plain-list">
      {problems
        .filter(({ id }) => own.problemIds.includes(id))
        .map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
    </ul>
  );
}

function Results({ vote: { results } }: { vote: VotePageData }) {
  const { votes: words } = useProblemMessages();
  const namesVillages = results?.some(({ villages }) => villages !== null) ?? false;
  return (
    <section className="section" aria-labelledby="results">
      <h2 id="results">{words.results}</h2>
      {results === null ? (
        <p>{words.tooFew}</p>
      ) : (
        <table className="vote-results">
          <thead>
            <tr>
              <th scope="col">{words.problem}</th>
              <th scope="col">{words.count}</th>
              {namesVillages && <th scope="col">{words.whose}</th>}
            </tr>
          </thead>
          <tbody>
            {results.map(({ problemId, title, count, villages }) => (
              <tr key={problemId}>
                <th scope="row">
                  <Link href={`/program/peta/masalah/${problemId}`}>{title}</Link>
                </th>
                <td>{count}</td>
                {villages && (
                  <td>
                    <span className="row small">
                      {villages.map((village) => (
                        <VillageBadge key={village.id} village={village} />
                      ))}
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Closing({ vote }: { vote: VotePageData }) {
  const { votes: words } = useProblemMessages();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const closing = useMutation({
    mutationFn: () =>
      requireOk(api["priority-votes"][":voteId"].closure.$put({ param: { voteId: vote.id } })),
    onSuccess: () => setAsking(false),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapKey }),
  });
  return (
    <div className="row">
      <Button icon="lock" onClick={() => setAsking(true)}>
        {words.close}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={words.closeQuestion(vote.title)}
          confirm={words.close}
          cancel={words.keep}
          isPending={closing.isPending}
          error={closing.error}
          onConfirm={() => closing.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{words.closeWords}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
