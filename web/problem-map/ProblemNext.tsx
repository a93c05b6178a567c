import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { api, readResponse } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { mapKey } from "./map-query.ts";
import type { ProblemPageData } from "./problem-query.ts";

/** From the problem to a case or a module; what it led to, from its first source on. */
export function ProblemNext({ data }: { data: ProblemPageData }) {
  const { page: words } = useProblemMessages();
  const { person } = useMe();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const { problem, nextForum, may } = data;
  const param = { problemId: problem.id };
  const onSettled = () => queryClient.invalidateQueries({ queryKey: mapKey });
  const proposing = useMutation({
    mutationFn: () => readResponse(api.problems[":problemId"].case.$post({ param })),
    onSuccess: ({ documentId }) => go(`/dokumen/${documentId}`),
    onSettled,
  });
  const making = useMutation({
    mutationFn: () => readResponse(api.problems[":problemId"].module.$post({ param })),
    onSuccess: ({ moduleId }) => go(`/program/modul/${moduleId}`),
    onSettled,
  });
  const isOffered = nextForum !== null || may.makeModule;
  if (!isOffered && !data.case && !data.module) return null;
  const toForum = person.village === null ? words.forumOfOffice : words.forum;
  return (
    <section className="section" aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      {(data.case || data.module) && <Chain data={data} />}
      <div className="row">
        {data.case && (
          <LinkButton href={`/dokumen/${data.case.id}`} icon="document">
            {words.openCase}
          </LinkButton>
        )}
        {data.module && (
          <LinkButton href={`/program/modul/${data.module.id}`} icon="program">
            {words.openModule}
          </LinkButton>
        )}
        {nextForum && (
          <Button
            icon="document"
            aria-busy={proposing.isPending}
            onClick={() => proposing.isPending || proposing.mutate()}
          >
            {proposing.isPending ? words.proposing : words.proposeCase}
          </Button>
        )}
        {may.makeModule && (
          <Button
            icon="program"
            aria-busy={making.isPending}
            onClick={() => making.isPending || making.mutate()}
          >
            {making.isPending ? words.making : words.makeModule}
          </Button>
        )}
      </div>
      {nextForum && <p className="small soft">{toForum(nextForum.title)}</p>}
      <FailureLine error={proposing.error ?? making.error} />
    </section>
  );
}

/** Survey, problem, module, case: in the order in which one follows the other. */
function Chain({ data }: { data: ProblemPageData }) {
  const words = useProblemMessages();
  const surveys = new Map(
    data.sources.flatMap(({ survey }) => (survey ? [[survey.id, survey]] : [])),
  );
  return (
    <ol className="problem-chain" aria-label={words.page.chain}>
      {[...surveys.values()].map(({ id, title }) => (
        <li key={id}>
          {words.sources.survey}: <Link href={`/program/survei/${id}/hasil`}>{title}</Link>
        </li>
      ))}
      <li>
        <strong>{data.problem.title}</strong>
      </li>
      {data.module && (
        <li>
          {words.page.module}:{" "}
          <Link href={`/program/modul/${data.module.id}`}>{data.module.title}</Link>
        </li>
      )}
      {data.case && (
        <li>
          {words.page.case}: <Link href={`/dokumen/${data.case.id}`}>{data.case.title}</Link>
        </li>
      )}
    </ol>
  );
}
