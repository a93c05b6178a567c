import "../design/forms.css";
import "../register/register.css";
import "./program.css";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useProgramMessages } from "../messages/use-program-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { ProgramPage } from "./ProgramPage.tsx";

const later = {
  Survey: lazy(() => import("../survey/SurveyPages.tsx")),
  Modules: lazy(() => import("../modules/ModulePages.tsx")),
  Sharing: lazy(() => import("./SharingPages.tsx")),
  Evidence: lazy(() => import("../evidence/EvidencePages.tsx")),
};

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
        <Route path="/program/survei/*?" component={later.Survey} />
        <Route path={/^\/program\/(?:modul|hasil)(?:\/|$)/} component={later.Modules} />
        <Route
          path={/^\/program\/(?:regulasi|tanya|pengumuman|direktori|praktik|warga)(?:\/|$)/}
          component={later.Sharing}
        />
        <Route path={/^\/program\/(?:bukti|tahap)(?:\/|$)/} component={later.Evidence} />
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  );
}
