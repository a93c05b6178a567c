import "../sign-in/ways.css";
import "./DoorPage.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { formatTime } from "../time.ts";
import { forumQuery } from "./forum-query.ts";
import { ProjectedDoor } from "./ProjectedDoor.tsx";
import { WaitingPerson } from "./WaitingPerson.tsx";

const lookEveryMs = 3000;

/** The host's side of the forum's door: the QR for the projector, and who waits before it. */
export default function DoorPage({ forumId }: { forumId: string }) {
  const { door: words, devices } = useDeviceMessages();
  const [isBig, setBig] = useState(false);
  const param = { forumId };
  const { data: page } = useQuery(forumQuery(forumId));
  const query = useQuery({
    queryKey: ["door-panel", forumId],
    queryFn: () => readResponse(api.forums[":forumId"].door.$get({ param })),
    refetchInterval: lookEveryMs,
  });
  const open = useMutation({
    mutationFn: () => requireOk(api.forums[":forumId"].door.$post({ param })),
    onSettled: () => query.refetch(),
  });
  const close = useMutation({
    mutationFn: () => requireOk(api.forums[":forumId"].door.$delete({ param })),
    onSettled: () => query.refetch(),
  });
  const title = page?.forum.title ?? words.title;
  const door = query.data?.door;
  const address = door && `${location.origin}/gabung#${door.token}`;
  return (
    <PageFrame title={words.title} back={`/forum/${forumId}`}>
      <header className="section">
        <p className="soft">{page?.forum.title}</p>
        <h1>{words.title}</h1>
        <p>{words.explain}</p>
      </header>
      {!query.data ? (
        query.isError ? (
          <ErrorState error={query.error} onRetry={query.refetch} />
        ) : (
          <Skeleton rows={3} />
        )
      ) : (
        <div className="door-columns">
          <section className="section" aria-label={words.title}>
            {door && address ? (
              <>
                <p>{words.until(formatTime(door.expiresAt))}</p>
                <Button weight="primary" size="large" onClick={() => setBig(true)}>
                  {words.big}
                </Button>
                <Button aria-busy={close.isPending} onClick={() => close.mutate()}>
                  {words.close}
                </Button>
                {isBig && (
                  <ProjectedDoor address={address} title={title} onClose={() => setBig(false)} />
                )}
              </>
            ) : (
              <Button
                weight="primary"
                size="large"
                aria-busy={open.isPending}
                onClick={() => open.isPending || open.mutate()}
              >
                {words.open}
              </Button>
            )}
            {(open.isError || close.isError) && (
              <p role="alert" className="alert">
                {devices.failed}
              </p>
            )}
          </section>
          <section className="section" aria-labelledby="waiting">
            <h2 id="waiting">{words.waiting}</h2>
            {query.data.waiting.length === 0 && <p className="soft">{words.nobody}</p>}
            <ul className="stack">
              {query.data.waiting.map((claim) => (
                <WaitingPerson
                  key={claim.id}
                  forumId={forumId}
                  claim={claim}
                  onChange={query.refetch}
                />
              ))}
            </ul>
          </section>
        </div>
      )}
    </PageFrame>
  );
}
