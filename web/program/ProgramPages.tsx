import "./program.css";
import { lazy } from "react";
import { Route, Switch } from "wouter";
import { NotFoundPage } from "../NotFoundPage.tsx";
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
      <Route component={NotFoundPage} />
    </Switch>
  );
}
