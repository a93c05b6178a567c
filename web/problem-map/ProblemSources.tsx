import type { ReactNode } from "react";
import { Link } from "wouter";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import type { ProblemPageData } from "./problem-query.ts";
import { TakeSource } from "./TakeSource.tsx";

type Source = ProblemPageData["sources"][number];

/** Where it comes from; each leads to its place, as far as the reader may go there. */
export function ProblemSources({ data }: { data: ProblemPageData }) {
  const { problem, sources, may } = data;
  const mayTake = may.edit && problem.state === "living";
  const { page: words } = useProblemMessages();
  return (
    <section className="section" aria-labelledby="sources">
      <h2 id="sources">{words.from}</h2>
      {sources.length === 0 && <p className="soft">{words.noSource}</p>}
      <ul className="listed">
        {sources.map((source) => (
          <SourceItem key={source.id} source={source} isOwn={mayTake && isOfItself(source)}>
            <TakeSource problemId={problem.id} sourceId={source.id} />
          </SourceItem>
        ))}
      </ul>
    </section>
  );
}

/** What came with a part belongs to it; ticked villages are changed in the form. */
function isOfItself({ kind, part }: Source): boolean {
  return kind !== "direct" && part === null;
}

interface ItemProps {
  source: Source;
  isOwn: boolean;
  /** What can be done with the problem's own. */
  children: ReactNode;
}

function SourceItem({ source, isOwn, children }: ItemProps) {
  const words = useProblemMessages();
  const { kind, survey, document, part, villages } = source;
  return (
    <li className="listed-item">
      <p className="row small soft">
        <strong>{words.sources[kind]}</strong>
        {part && <span>{words.page.withPart(part.title)}</span>}
      </p>
      {survey && (
        <>
          <p>
            <Link className="whole-card-link" href={`/program/survei/${survey.id}/hasil`}>
              {survey.title}
            </Link>
          </p>
          <p>{survey.question}</p>
          {survey.choice !== null && <p className="small">{words.answered(survey.choice)}</p>}
        </>
      )}
      {document && (
        <p>
          <Link className="whole-card-link" href={`/dokumen/${document.id}`}>
            {document.title}
          </Link>
        </p>
      )}
      {villages.length > 0 && (
        <p className="row small">
          {villages.map((village) => (
            <VillageBadge key={village.id} village={village} />
          ))}
        </p>
      )}
      {isOwn && children}
    </li>
  );
}
