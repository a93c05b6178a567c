import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { problemScales } from "../../domain/problems/scales.ts";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { formatMoment } from "../time.ts";
import { EditProblem } from "./EditProblem.tsx";
import { ProblemActs } from "./ProblemActs.tsx";
import { ProblemWeight } from "./ProblemItem.tsx";
import { ProblemNext } from "./ProblemNext.tsx";
import { ProblemSources } from "./ProblemSources.tsx";
import { type ProblemPageData, problemQuery } from "./problem-query.ts";

/** One problem: who has it, how heavy it is, where it comes from and what it led to. */
export default function ProblemPage({ problemId }: { problemId: string }) {
  const words = useProblemMessages();
  const { data, isError, error, refetch } = useQuery(problemQuery(problemId));
  const [isEditing, setEditing] = useState(false);
  return (
    <PageFrame title={data?.problem.title ?? words.title} back="/program/peta">
      {data && isEditing ? (
        <EditProblem data={data} onClose={() => setEditing(false)} />
      ) : data ? (
        <Content data={data} onEdit={() => setEditing(true)} />
      ) : isError ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={5} />
      )}
    </PageFrame>
  );
}

function Content({ data, onEdit }: { data: ProblemPageData; onEdit: () => void }) {
  const words = useProblemMessages();
  const { themes } = useMessages();
  const { problem, mergedInto, parts } = data;
  return (
    <article className="stack">
      <header className="section">
        <p className="row small soft">
          <span>{themes[problem.theme]}</span>
          <ProblemWeight problem={problem} />
        </p>
        <h1>{problem.title}</h1>
        {problem.note && <p className="problem-note">{problem.note}</p>}
        <Standing data={data} />
      </header>
      {mergedInto && (
        <p>
          {words.page.mergedInto}{" "}
          <Link href={`/program/peta/masalah/${mergedInto.id}`}>{mergedInto.title}</Link>
        </p>
      )}
      <section className="section" aria-labelledby="villages">
        <h2 id="villages">{words.page.villages}</h2>
        <p className="row">
          {problem.villages.map((village) => (
            <VillageBadge key={village.id} village={village} />
          ))}
          {problem.villages.length === 0 && <span className="soft">{words.list.noVillage}</span>}
        </p>
      </section>
      <section className="section" aria-labelledby="weight">
        <h2 id="weight">{words.page.weight}</h2>
        <dl className="facts">
          {problemScales.map((scale) => (
            <div key={scale}>
              <dt>{words.scales[scale]}</dt>
              <dd>{words.step(problem[scale], words.steps[scale][problem[scale] - 1] ?? "")}</dd>
            </div>
          ))}
        </dl>
      </section>
      {parts.length > 0 && (
        <section className="section" aria-labelledby="parts">
          <h2 id="parts">{words.page.parts}</h2>
          <ul className="plain-list">
            {parts.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/program/peta/masalah/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ProblemSources data={data} />
      <ProblemNext data={data} />
      <ProblemActs data={data} onEdit={onEdit} />
    </article>
  );
}

/** Who made it or took it off the map, and when. */
function Standing({ data }: { data: ProblemPageData }) {
  const { page: words } = useProblemMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { problem, madeBy, setAside, separated, parts } = data;
  const at = (moment: number) => formatMoment(moment, Date.now(), messages, language);
  const isMerge = parts.length > 0 || separated !== null;
  return (
    <>
      <p className="small soft">
        {isMerge ? words.mergedBy(madeBy, at(problem.at)) : words.madeBy(madeBy, at(problem.at))}
      </p>
      {setAside && <Notice icon="clock">{words.setAsideBy(setAside.by, at(setAside.at))}</Notice>}
      {separated && (
        <Notice icon="undo">{words.separatedBy(separated.by, at(separated.at))}</Notice>
      )}
    </>
  );
}
