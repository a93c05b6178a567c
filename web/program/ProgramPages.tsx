import "./program.css";
import { Route, Switch } from "wouter";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { ProgramPage } from "./ProgramPage.tsx";

/** The place "Program" and what lies in it. */
export default function ProgramPages() {
  return (
    <Switch>
      <Route path="/program" component={ProgramPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
