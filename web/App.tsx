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

const DevicesPage = lazy(() => import("./mine/DevicesPage.tsx"));
const LinkDevicePage = lazy(() => import("./mine/LinkDevicePage.tsx"));
const JoinPage = lazy(() => import("./sign-in/JoinPage.tsx"));
const DoorPage = lazy(() => import("./forums/DoorPage.tsx"));

export function App() {
  usePageChange();
  return (
    <Switch>
      <Route path="/masuk" component={SignInPage} />
      <Route path="/gabung">
        <Suspense>
          <JoinPage />
        </Suspense>
      </Route>
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
            <Route path="/saya/perangkat">
              <Suspense>
                <DevicesPage />
              </Suspense>
            </Route>
            <Route path="/hubungkan">
              <Suspense>
                <LinkDevicePage />
              </Suspense>
            </Route>
            <Route path="/forum/:forumId/pintu">
              {({ forumId }) => (
                <Suspense>
                  <DoorPage forumId={forumId} />
                </Suspense>
              )}
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
