import "./program.css";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useProgramMessages } from "../messages/use-program-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { ProgramPage } from "./ProgramPage.tsx";

const EvidencePages = lazy(() => import("../evidence/EvidencePages.tsx"));

/** The place "Program" and what lies in it. */
export default function ProgramPages() {
  const { title } = useProgramMessages();
  const waiting = (
    <PageFrame title={title} back="/program">
      <Skeleton rows={4} />
    </PageFrame>
  );
  return (
    <Suspense fallback={waiting}>
      <Switch>
        <Route path="/program" component={ProgramPage} />
        <Route path="/program/bukti/*?" component={EvidencePages} />
        <Route path="/program/tahap/*" component={EvidencePages} />
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  );
}
