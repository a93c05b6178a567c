import "./attendance.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { PlainFrame } from "../design/PlainFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { homeQuery } from "../home/home-query.ts";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { meQuery } from "../session/me-query.ts";
import { SignedIn } from "../session/SignedIn.tsx";
import { rememberWantedPlace } from "../session/wanted-place.ts";
import { attendanceQuery } from "./attendance-query.ts";
import { ComingIn } from "./ComingIn.tsx";
import { takeScannedCode } from "./scanned-code.ts";

/** Where the hall's QR leads: whoever is there says so. */
export default function PresentPage({ forumId }: { forumId: string | undefined }) {
  const { data: me } = useQuery(meQuery);
  const [scanned, setScanned] = useState(() => takeOf(forumId));
  useEffect(() => {
    // The camera opens the next QR in the page that is open already.
    const take = () => location.hash.length > 1 && setScanned(takeOf(forumId));
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, [forumId]);
  if (me === null) return <SignInFirst forumId={forumId} />;
  return (
    <SignedIn>
      {forumId === undefined ? <WhichForum /> : <Forum forumId={forumId} scanned={scanned} />}
    </SignedIn>
  );
}

function takeOf(forumId: string | undefined): string | null {
  return forumId === undefined ? null : takeScannedCode(forumId, Date.now());
}

function SignInFirst({ forumId }: { forumId: string | undefined }) {
  const { page: words } = useAttendanceMessages();
  useEffect(
    () => rememberWantedPlace(forumId === undefined ? "/hadir" : `/hadir/${forumId}`, Date.now()),
    [forumId],
  );
  return (
    <PlainFrame title={words.title}>
      <h1>{words.signInTitle}</h1>
      <p>{words.signIn}</p>
      <LinkButton href="/masuk" weight="primary" size="large">
        {words.waysIn}
      </LinkButton>
    </PlainFrame>
  );
}

function Forum({ forumId, scanned }: { forumId: string; scanned: string | null }) {
  const { page: words } = useAttendanceMessages();
  const query = useQuery(attendanceQuery(forumId));
  return (
    <PageFrame title={words.title} back={`/forum/${forumId}/peserta`}>
      <h1>{words.title}</h1>
      {query.data ? (
        <ComingIn key={scanned} forumId={forumId} data={query.data} scanned={scanned} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={2} />
      )}
    </PageFrame>
  );
}

/** For who typed the address without a forum. */
function WhichForum() {
  const { page: words } = useAttendanceMessages();
  const query = useQuery(homeQuery);
  const current = query.data?.forums.filter(
    ({ status }) => status === "inSession" || status === "invited",
  );
  return (
    <PageFrame title={words.title} back="/">
      <h1>{words.whichTitle}</h1>
      {current === undefined ? (
        query.isError ? (
          <ErrorState error={query.error} onRetry={query.refetch} />
        ) : (
          <Skeleton rows={2} />
        )
      ) : current.length === 0 ? (
        <EmptyState icon="forum">{words.none}</EmptyState>
      ) : (
        <>
          <p>{words.which}</p>
          {current.map(({ id, title }) => (
            <LinkButton key={id} href={`/hadir/${id}`} size="large">
              {title}
            </LinkButton>
          ))}
        </>
      )}
    </PageFrame>
  );
}
