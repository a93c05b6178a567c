import "./survey.css";
import { lazy } from "react";
import { Route, Switch } from "wouter";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { SurveyPage } from "./SurveyPage.tsx";
import { SurveysPage } from "./SurveysPage.tsx";

/** What a phone that answers does not need. */
const later = {
  Build: lazy(() => import("./build/BuildPage.tsx")),
  Results: lazy(() => import("./results/ResultsPage.tsx")),
};

export default function SurveyPages() {
  return (
    <Switch>
      <Route path="/program/survei" component={SurveysPage} />
      <Route path="/program/survei/:surveyId">
        {({ surveyId }) => <SurveyPage key={surveyId} surveyId={surveyId} />}
      </Route>
      <Route path="/program/survei/:surveyId/susun">
        {({ surveyId }) => <later.Build key={surveyId} surveyId={surveyId} />}
      </Route>
      <Route path="/program/survei/:surveyId/hasil">
        {({ surveyId }) => <later.Results key={surveyId} surveyId={surveyId} />}
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}
