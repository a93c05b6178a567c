import "../design/forms.css";
import "../files/files.css";
import "./evidence.css";
import { Route, Switch } from "wouter";
import {
  type EvidenceNumber,
  evidenceNumbers,
  type ProgramStage,
  programStages,
} from "../../domain/evidence/evidence-lists.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { EvidencePage } from "./EvidencePage.tsx";
import { IndicatorListPage } from "./IndicatorListPage.tsx";
import { IndicatorPage } from "./IndicatorPage.tsx";
import { NumberPage } from "./NumberPage.tsx";
import { StagePage } from "./StagePage.tsx";

/** The evidence of the programme, which travels with whoever opens it. */
export default function EvidencePages() {
  return (
    <Switch>
      <Route path="/program/bukti" component={EvidencePage} />
      <Route path="/program/bukti/daftar" component={IndicatorListPage} />
      <Route path="/program/bukti/indikator/:indicatorId">
        {({ indicatorId }) => <IndicatorPage key={indicatorId} indicatorId={indicatorId} />}
      </Route>
      <Route path="/program/bukti/angka/:number">
        {({ number }) =>
          evidenceNumbers.includes(number as EvidenceNumber) ? (
            <NumberPage number={number as EvidenceNumber} />
          ) : (
            <NotFoundPage />
          )
        }
      </Route>
      <Route path="/program/tahap/:stage">
        {({ stage }) =>
          programStages.includes(stage as ProgramStage) ? (
            <StagePage key={stage} stage={stage as ProgramStage} />
          ) : (
            <NotFoundPage />
          )
        }
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
