import "../design/forms.css";
import "../register/register.css";
import "./program.css";
import "../modules/modules.css";
import "../outcomes/outcomes.css";
import { lazy } from "react";
import { Route, Switch } from "wouter";
import { AnnouncementsPage } from "../announcements/AnnouncementsPage.tsx";
import { DirectoryPage } from "../directory/DirectoryPage.tsx";
import { EvaluationPage } from "../modules/EvaluationPage.tsx";
import { ModulePage } from "../modules/ModulePage.tsx";
import { ModulesPage } from "../modules/ModulesPage.tsx";
import { NewModulePage } from "../modules/NewModulePage.tsx";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { OutcomePage } from "../outcomes/OutcomePage.tsx";
import { OutcomesPage } from "../outcomes/OutcomesPage.tsx";
import { PracticePage } from "../practices/PracticePage.tsx";
import { PracticesPage } from "../practices/PracticesPage.tsx";
import { SharePracticePage } from "../practices/SharePracticePage.tsx";
import { AskPage } from "../questions/AskPage.tsx";
import { QuestionPage } from "../questions/QuestionPage.tsx";
import { QuestionsPage } from "../questions/QuestionsPage.tsx";
import { RegulationPage } from "../regulations/RegulationPage.tsx";
import { RegulationsPage } from "../regulations/RegulationsPage.tsx";
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
      <Route path="/program/regulasi" component={RegulationsPage} />
      <Route path="/program/regulasi/:regulationId">
        {({ regulationId }) => <RegulationPage key={regulationId} regulationId={regulationId} />}
      </Route>
      <Route path="/program/tanya" component={QuestionsPage} />
      <Route path="/program/tanya/baru" component={AskPage} />
      <Route path="/program/tanya/:questionId">
        {({ questionId }) => <QuestionPage key={questionId} questionId={questionId} />}
      </Route>
      <Route path="/program/pengumuman" component={AnnouncementsPage} />
      <Route path="/program/direktori" component={DirectoryPage} />
      <Route path="/program/praktik" component={PracticesPage} />
      <Route path="/program/praktik/bagikan" component={SharePracticePage} />
      <Route path="/program/praktik/:practiceId">
        {({ practiceId }) => <PracticePage key={practiceId} practiceId={practiceId} />}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
