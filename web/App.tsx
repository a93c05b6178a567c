import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { PageFrame } from "./design/PageFrame.tsx";
import { Skeleton } from "./design/Skeleton.tsx";
import { ForumPage } from "./forums/ForumPage.tsx";
import { ForumsPage } from "./forums/ForumsPage.tsx";
import { HomePage } from "./home/HomePage.tsx";
import { useMessages } from "./messages/use-messages.ts";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { SignedIn } from "./session/SignedIn.tsx";
import { SignInPage } from "./sign-in/SignInPage.tsx";
import { usePageChange } from "./use-page-change.ts";

/** The editor weighs more than everything else together. */
const DocumentPage = lazy(() => import("./document/DocumentPage.tsx"));
const ManagePages = lazy(() => import("./manage/ManagePages.tsx"));
/** Its other pages stand for themselves. */
const managePaths = /^\/kelola(?:\/orang(?:\/(?:tambah|daftar|kartu))?)?\/?$/;

export function App() {
  usePageChange();
  return (
    <Switch>
      <Route path="/masuk" component={SignInPage} />
      <Route>
        <SignedIn>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/forum" component={ForumsPage} />
            <Route path="/forum/:forumId">
              {({ forumId }) => <ForumPage key={forumId} forumId={forumId} />}
            </Route>
            <Route path="/dokumen/:documentId">
              {({ documentId }) => (
                <Suspense fallback={<LoadingDocument />}>
                  <DocumentPage key={documentId} documentId={documentId} />
                </Suspense>
              )}
            </Route>
            <Route path={managePaths}>
              <Suspense fallback={<LoadingPlace />}>
                <ManagePages />
              </Suspense>
            </Route>
            <Route component={NotFoundPage} />
          </Switch>
        </SignedIn>
      </Route>
    </Switch>
  );
}

function LoadingDocument() {
  const messages = useMessages();
  return (
    <PageFrame title={messages.document.title} back="/" isQuiet>
      <Skeleton rows={4} />
    </PageFrame>
  );
}

function LoadingPlace() {
  const { loading } = useMessages();
  return (
    <PageFrame title={loading}>
      <Skeleton rows={4} />
    </PageFrame>
  );
}
