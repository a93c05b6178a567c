import "../design/forms.css";
import "../program/program.css";
import "./problem-map.css";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useProblemMessages } from "../messages/use-problem-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { MapPage } from "./MapPage.tsx";

/** The map comes first, also on a slow line. */
const later = {
  List: lazy(() => import("./ProblemListPage.tsx")),
  Problem: lazy(() => import("./ProblemPage.tsx")),
  New: lazy(() => import("./NewProblemPage.tsx")),
  Votes: lazy(() => import("./VotesPage.tsx")),
  Vote: lazy(() => import("./VotePage.tsx")),
};

/** Peta Masalah and what lies behind it. */
export default function ProblemMapPages() {
  const { title } = useProblemMessages();
  const waiting = (
    <PageFrame title={title} back="/program/peta">
      <Skeleton rows={4} />
    </PageFrame>
  );
  return (
    <Suspense fallback={waiting}>
      <Switch>
        <Route path="/program/peta" component={MapPage} />
        <Route path="/program/peta/masalah" component={later.List} />
        <Route path="/program/peta/masalah/:problemId">
          {({ problemId }) => <later.Problem key={problemId} problemId={problemId} />}
        </Route>
        <Route path="/program/peta/baru" component={later.New} />
        <Route path="/program/peta/suara" component={later.Votes} />
        <Route path="/program/peta/suara/:voteId">
          {({ voteId }) => <later.Vote key={voteId} voteId={voteId} />}
        </Route>
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  );
}
