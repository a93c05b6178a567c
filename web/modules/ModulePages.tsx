import "./modules.css";
import "../outcomes/outcomes.css";
import { Route, Switch } from "wouter";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { OutcomePage } from "../outcomes/OutcomePage.tsx";
import { OutcomesPage } from "../outcomes/OutcomesPage.tsx";
import { EvaluationPage } from "./EvaluationPage.tsx";
import { ModulePage } from "./ModulePage.tsx";
import { ModulesPage } from "./ModulesPage.tsx";
import { NewModulePage } from "./NewModulePage.tsx";

/** Modules, and what was learnt from cases. */
export default function ModulePages() {
  return (
    <Switch>
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
