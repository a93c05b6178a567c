import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { type ProgramStage, programStages } from "../../domain/evidence/evidence-lists.ts";
import { FailureLine } from "../design/FailureLine.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { type Stage, stagesQuery } from "./evidence-query.ts";
import { StageBadge } from "./StageBadge.tsx";
import { shownDay } from "./shown-values.ts";

/** The programme's five stages with how each stands and since when. */
export function StageTimeline() {
  const query = useQuery(stagesQuery);
  return (
    <>
      <ol className="program-stages">
        {programStages.map((stage) => (
          <StageRow
            key={stage}
            name={stage}
            stage={query.data?.stages.find((each) => each.stage === stage)}
            mayEdit={query.data?.mayEdit ?? false}
          />
        ))}
      </ol>
      {!query.data && <FailureLine error={query.error} />}
    </>
  );
}

interface RowProps {
  name: ProgramStage;
  /** Left out while it is on its way. */
  stage: Stage | undefined;
  mayEdit: boolean;
}

function StageRow({ name, stage, mayEdit }: RowProps) {
  const words = useEvidenceMessages();
  const [language] = useLanguage();
  const stageName = words.stageNames[name];
  const day = (text: string) => shownDay(text, language);
  const days = stage
    ? [
        stage.plannedOn && words.stage.plannedOn(day(stage.plannedOn)),
        stage.begunOn && words.stage.begunOn(day(stage.begunOn)),
        stage.doneOn && words.stage.doneOn(day(stage.doneOn)),
      ].filter((each) => each !== null)
    : [];
  return (
    <li className="program-stage" data-state={stage?.state}>
      <span className="program-stage-name">{stageName}</span>
      {stage && (
        <span className="row">
          <StageBadge state={stage.state} />
          {days.length > 0 && <span className="small soft">{days.join(" · ")}</span>}
        </span>
      )}
      {stage && (stage.evidence || mayEdit) && (
        <span className="row small">
          {stage.evidence && (
            <span className="soft">
              {words.stage.proofCount(stage.evidence.proofs.length + stage.evidence.files.length)}
            </span>
          )}
          <Link
            href={`/program/tahap/${name}`}
            className="program-stage-link"
            aria-label={words.stage.detailsOf(stageName)}
          >
            {words.stage.details}
          </Link>
        </span>
      )}
    </li>
  );
}
