import { lazy, type ReactNode, Suspense } from "react";
import { Route, Switch } from "wouter";
import { PageFrame } from "./design/PageFrame.tsx";
import { Skeleton } from "./design/Skeleton.tsx";
import { ForumPage } from "./forums/ForumPage.tsx";
import { ForumsPage } from "./forums/ForumsPage.tsx";
import { tabAt } from "./forums/ForumTabs.tsx";
import { HomePage } from "./home/HomePage.tsx";
import { useMessages } from "./messages/use-messages.ts";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { SignedIn } from "./session/SignedIn.tsx";
import { SignInPage } from "./sign-in/SignInPage.tsx";
import { usePageChange } from "./use-page-change.ts";

/** What not everybody needs at once; the editor weighs more than everything else together. */
const later = {
  Document: lazy(() => import("./document/DocumentPage.tsx")),
  History: lazy(() => import("./history/HistoryPage.tsx")),
  Join: lazy(() => import("./sign-in/JoinPage.tsx")),
  Door: lazy(() => import("./forums/DoorPage.tsx")),
  PublicCheck: lazy(() => import("./public-check/CheckPage.tsx")),
  Present: lazy(() => import("./attendance/PresentPage.tsx")),
  AttendanceSheet: lazy(() => import("./attendance/SheetPage.tsx")),
  Program: lazy(() => import("./program/ProgramPages.tsx")),
  ProblemMap: lazy(() => import("./problem-map/ProblemMapPages.tsx")),
  Prepare: lazy(() => import("./forums/PreparePages.tsx")),
  Projector: lazy(() => import("./in-session/ProjectorPage.tsx")),
  Devices: lazy(() => import("./mine/DevicesPage.tsx")),
  LinkDevice: lazy(() => import("./mine/LinkDevicePage.tsx")),
  Mine: lazy(() => import("./mine/MinePage.tsx")),
  Manage: lazy(() => import("./manage/ManagePages.tsx")),
  Person: lazy(() => import("./manage/person/PersonPage.tsx")),
  Audit: lazy(() => import("./manage/audit/AuditPage.tsx")),
  Settings: lazy(() => import("./manage/settings/SettingsPage.tsx")),
  Digest: lazy(() => import("./share/DigestPage.tsx")),
  Keys: lazy(() => import("./manage/keys/KeysPage.tsx")),
  Letterhead: lazy(() => import("./manage/letterhead/LetterheadPage.tsx")),
  Paper: lazy(() => import("./paper/PaperPages.tsx")),
  Library: lazy(() => import("./search/LibraryPage.tsx")),
  Search: lazy(() => import("./search/SearchPage.tsx")),
  FollowUps: lazy(() => import("./register/FollowUpsPage.tsx")),
};

const paperPaths =
  /^\/(?:dokumen\/[^/]+\/cetak|program\/hasil\/[^/]+\/cetak|forum\/[^/]+\/(?:undangan|berita-acara))\/?$/;
const preparePaths =
  /^\/forum\/(?:baru|[^/]+\/(?:pengaturan|desa(?:\/[^/]+)?|tamu|usul|kasus))\/?$/;
const managePaths = /^\/kelola(?:\/orang(?:\/(?:tambah|daftar|kartu))?)?\/?$/;

export function App() {
  usePageChange();
  return (
    <Switch>
      <Route path="/masuk" component={SignInPage} />
      <Route path="/gabung">
        <Suspense>
          <later.Join />
        </Suspense>
      </Route>
      <Route path="/periksa">
        <Suspense>
          <later.PublicCheck />
        </Suspense>
      </Route>
      <Route path="/hadir/:forumId?">
        {({ forumId }) => (
          <Suspense>
            <later.Present key={forumId} forumId={forumId} />
          </Suspense>
        )}
      </Route>
      <Route>
        <SignedIn>
          <Pages />
        </SignedIn>
      </Route>
    </Switch>
  );
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/forum" component={ForumsPage} />
      <Route path="/forum/:forumId/pintu">
        {({ forumId }) => (
          <Loaded>
            <later.Door forumId={forumId} />
          </Loaded>
        )}
      </Route>
      <Route path="/forum/:forumId/daftar-hadir">
        {({ forumId }) => (
          <Loaded>
            <later.AttendanceSheet forumId={forumId} />
          </Loaded>
        )}
      </Route>
      <Route path={paperPaths}>
        <Loaded isQuiet>
          <later.Paper />
        </Loaded>
      </Route>
      <Route path={preparePaths}>
        <Loaded>
          <later.Prepare />
        </Loaded>
      </Route>
      <Route path="/forum/:forumId/layar">
        {({ forumId }) => (
          <Loaded isQuiet>
            <later.Projector key={forumId} forumId={forumId} />
          </Loaded>
        )}
      </Route>
      <Route path="/forum/:forumId/:part?">
        {({ forumId, part }) => {
          const tab = tabAt(part);
          return tab ? <ForumPage key={forumId} forumId={forumId} tab={tab} /> : <NotFoundPage />;
        }}
      </Route>
      <Route path="/dokumen/:documentId">
        {({ documentId }) => (
          <Loaded isQuiet>
            <later.Document key={documentId} documentId={documentId} />
          </Loaded>
        )}
      </Route>
      <Route path="/dokumen/:documentId/riwayat">
        {({ documentId }) => (
          <Loaded isQuiet>
            <later.History key={documentId} documentId={documentId} />
          </Loaded>
        )}
      </Route>
      <Route path={/^\/program\/peta(?:\/|$)/}>
        <Loaded>
          <later.ProblemMap />
        </Loaded>
      </Route>
      <Route path="/program/*?">
        <Loaded>
          <later.Program />
        </Loaded>
      </Route>
      <Route path={managePaths}>
        <Loaded>
          <later.Manage />
        </Loaded>
      </Route>
      <Route path="/kelola/orang/:personId">
        {({ personId }) => (
          <Loaded>
            <later.Person key={personId} personId={personId} />
          </Loaded>
        )}
      </Route>
      <Route path="/kelola/catatan">
        <Loaded>
          <later.Audit />
        </Loaded>
      </Route>
      <Route path="/kelola/pengaturan">
        <Loaded>
          <later.Settings />
        </Loaded>
      </Route>
      <Route path="/kelola/kunci">
        <Loaded>
          <later.Keys />
        </Loaded>
      </Route>
      <Route path="/kelola/kop-surat">
        <Loaded>
          <later.Letterhead />
        </Loaded>
      </Route>
      <Route path="/tindak-lanjut">
        <Loaded>
          <later.FollowUps />
        </Loaded>
      </Route>
      <Route path="/tindak-lanjut/kabar">
        <Loaded>
          <later.Digest />
        </Loaded>
      </Route>
      <Route path="/perpustakaan">
        <Loaded>
          <later.Library />
        </Loaded>
      </Route>
      <Route path="/cari">
        <Loaded>
          <later.Search />
        </Loaded>
      </Route>
      <Route path="/saya">
        <Loaded>
          <later.Mine />
        </Loaded>
      </Route>
      <Route path="/saya/perangkat">
        <Loaded>
          <later.Devices />
        </Loaded>
      </Route>
      <Route path="/hubungkan">
        <Loaded>
          <later.LinkDevice />
        </Loaded>
      </Route>
      <Route component={NotFoundPage} />
    </Switch>
  );
}

function Loaded({ children, isQuiet = false }: { children: ReactNode; isQuiet?: boolean }) {
  const { loading } = useMessages();
  const waiting = (
    <PageFrame title={loading} back="/" isQuiet={isQuiet}>
      <Skeleton rows={4} />
    </PageFrame>
  );
  return <Suspense fallback={waiting}>{children}</Suspense>;
}
