import { Link } from "wouter";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import type { ProblemPageData } from "./problem-query.ts";

type Source = ProblemPageData["sources"][number];

/** Where it comes from; each leads to its place, as far as the reader may go there. */
export function ProblemSources({ data: { sources } }: { data: ProblemPageData }) {
  const { page: words } = useProblemMessages();
  return (
    <section className="section" aria-labelledby="sources">
      <h2 id="sources">{words.from}</h2>
      {sources.length === 0 && <p className="soft">{words.noSource}</p>}
      <ul className="listed">
        {sources.map((source) => (
          <SourceItem key={source.id} source={source} />
        ))}
      </ul>
    </section>
  );
}

function SourceItem({ source }: { source: Source }) {
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
    </li>
  );
}
