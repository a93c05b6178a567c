import { Route, Switch } from "wouter";
import { AnnouncementsPage } from "../announcements/AnnouncementsPage.tsx";
import { CitizensPage } from "../citizens/CitizensPage.tsx";
import { DirectoryPage } from "../directory/DirectoryPage.tsx";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { PracticePage } from "../practices/PracticePage.tsx";
import { PracticesPage } from "../practices/PracticesPage.tsx";
import { SharePracticePage } from "../practices/SharePracticePage.tsx";
import { AskPage } from "../questions/AskPage.tsx";
import { QuestionPage } from "../questions/QuestionPage.tsx";
import { QuestionsPage } from "../questions/QuestionsPage.tsx";
import { RegulationPage } from "../regulations/RegulationPage.tsx";
import { RegulationsPage } from "../regulations/RegulationsPage.tsx";

/** What villages share with each other between the forums, and the register of regulations. */
export default function SharingPages() {
  return (
    <Switch>
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
      <Route path="/program/warga" component={CitizensPage} />
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
