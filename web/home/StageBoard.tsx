import "../design/MoreOfList.css";
import "./home.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { Card } from "../design/Card.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { type Stage, stagesQuery } from "../evidence/evidence-query.ts";
import { StageBadge } from "../evidence/StageBadge.tsx";
import { shownDay } from "../evidence/shown-values.ts";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { useWaitingMessages } from "../messages/use-waiting-messages.ts";

/** Where the programme stands: the stage that is on now in sight, all five folded behind it. */
export default function StageBoard() {
  const { stages: words } = useWaitingMessages();
  const { data, error } = useQuery(stagesQuery);
  if (!data) return error ? <FailureLine error={error} /> : null;
  const now =
    data.stages.findLast(({ state }) => state === "begun") ??
    data.stages.find(({ state }) => state !== "done") ??
    data.stages.at(-1);
  return (
    <section className="section" aria-labelledby="stages">
      <h2 id="stages">{words.title}</h2>
      <Card>
        {now && (
          <div className="stage-on-board stage-now">
            <StageOnBoard stage={now} place={data.stages.indexOf(now) + 1} />
          </div>
        )}
        <details className="more-of-list">
          <summary>{words.all}</summary>
          <ol className="stage-board">
            {data.stages.map((stage, index) => (
              <li key={stage.stage} className="stage-on-board">
                <StageOnBoard stage={stage} place={index + 1} />
              </li>
            ))}
          </ol>
        </details>
      </Card>
    </section>
  );
}

const shownProofs = 3;

/** How it stands, its days and what proves it. */
function StageOnBoard({ stage, place }: { stage: Stage; place: number }) {
  const { stages: words } = useWaitingMessages();
  const { stage: names, stageNames } = useEvidenceMessages();
  const [language] = useLanguage();
  const name = stageNames[stage.stage];
  const { plannedOn, begunOn, doneOn } = stage;
  const days = [
    plannedOn && names.plannedOn(shownDay(plannedOn, language)),
    begunOn && names.begunOn(shownDay(begunOn, language)),
    doneOn && names.doneOn(shownDay(doneOn, language)),
  ].filter(Boolean);
  const proofs = [
    ...(stage.evidence?.proofs ?? []).map((proof) => ({
      id: proof.id,
      words: proof.words || proof.forum?.title || proof.url || "",
    })),
    ...(stage.evidence?.files ?? []).map((file) => ({ id: file.id, words: file.name })),
  ];
  return (
    <>
      <h3>{names.title(place, name)}</h3>
      <p className="row">
        <StageBadge state={stage.state} />
        {days.length > 0 && <span className="small soft">{days.join(" · ")}</span>}
      </p>
      {proofs.length === 0 ? (
        <p className="small soft">{words.none}</p>
      ) : (
        <ul className="stage-proofs small">
          {proofs.slice(0, shownProofs).map((proof) => (
            <li key={proof.id}>{proof.words}</li>
          ))}
          {proofs.length > shownProofs && (
            <li className="soft">{words.others(proofs.length - shownProofs)}</li>
          )}
        </ul>
      )}
      <p className="small">
        <Link href={`/program/tahap/${stage.stage}`} aria-label={words.openNamed(name)}>
          {words.open}
        </Link>
      </p>
    </>
  );
}
