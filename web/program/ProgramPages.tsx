import "../design/forms.css";
import "../register/register.css";
import "./program.css";
import "../modules/modules.css";
import "../outcomes/outcomes.css";
import { lazy } from "react";
import { Route, Switch } from "wouter";
import { EvaluationPage } from "../modules/EvaluationPage.tsx";
import { ModulePage } from "../modules/ModulePage.tsx";
import { ModulesPage } from "../modules/ModulesPage.tsx";
import { NewModulePage } from "../modules/NewModulePage.tsx";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { OutcomePage } from "../outcomes/OutcomePage.tsx";
import { OutcomesPage } from "../outcomes/OutcomesPage.tsx";
import { ProgramPage } from "./ProgramPage.tsx";

const later = {
  Survey: lazy(() => import("../survey/SurveyPages.tsx")),
};

/** The place "Program" and what lies in it. */
export default function ProgramPages() {
  return (
    <Switch>
      <Route path="/program" component={ProgramPage} />
      <Route path="/program/survei/*?" component={later.Survey} />
      <Route path="/program/modul" component={ModulesPage} />
      <Route path="/program/modul/baru" component={NewModulePage} />
      <Route path="/program/modul/:moduleId">
        {({ moduleId }) => <ModulePage key={moduleId} moduleId={moduleId} />}
      </Route>
      <Route path="/program/modul/:moduleId/nilai/:forumId">
        {(params) => <EvaluationPage key={`${params.moduleId} ${params.forumId}`} {...params} />}
      </Route>
      <Route path="/program/hasil" component={OutcomesPage} />
      <Route path="/program/hasil/:documentId">
        {({ documentId }) => <OutcomePage key={documentId} documentId={documentId} />}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
