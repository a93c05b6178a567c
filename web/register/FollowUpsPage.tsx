import "./register.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { byDueDate } from "../../domain/follow-ups.ts";
import { can } from "../../domain/permissions.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { useShareMessages } from "../messages/use-share-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { FollowUpFilters } from "./FollowUpFilters.tsx";
import { FollowUpItem } from "./FollowUpItem.tsx";
import { FollowUpsShareButton } from "./FollowUpsShareButton.tsx";
import { type FollowUpFilter, fits } from "./group-follow-ups.ts";
import { type FollowUp, followUpsQuery } from "./register-query.ts";

/** All of one's village across forums; for hosts those of all villages, the overdue ones first. */
export default function FollowUpsPage() {
  const { page } = useRegisterMessages();
  const { errors } = useMessages();
  const { person, roles } = useMe();
  const query = useQuery(followUpsQuery);
  const { village } = person;
  const isHost = can(
    { personId: person.id, villageId: village?.id ?? null, roles },
    "forum.configure",
  );
  const title = isHost ? page.ofAll : village ? page.ofVillage(village.name) : page.title;
  const empty = isHost ? page.emptyAll : village ? page.empty : page.emptyElse;
  return (
    <PageFrame title={title} back="/">
      <h1>{title}</h1>
      {query.isRefetchError && (
        <Notice icon="offline" tone="wait">
          {errors.stale}
        </Notice>
      )}
      {query.data === undefined ? (
        query.isError ? (
          <ErrorState error={query.error} onRetry={query.refetch} />
        ) : (
          <Skeleton rows={4} />
        )
      ) : query.data.followUps.length === 0 ? (
        <EmptyState icon="tasks">{empty}</EmptyState>
      ) : (
        <Content followUps={query.data.followUps} isHost={isHost} village={village?.name ?? null} />
      )}
    </PageFrame>
  );
}

const noFilter: FollowUpFilter = { villageId: null, state: null };

interface ContentProps {
  followUps: readonly FollowUp[];
  isHost: boolean;
  village: string | null;
}

function Content({ followUps, isHost, village }: ContentProps) {
  const words = useRegisterMessages();
  const share = useShareMessages();
  const [filter, setFilter] = useState(noFilter);
  const shown = followUps.filter((followUp) => fits(filter, followUp)).toSorted(byDueDate);
  const isOpen = ({ status, isGone }: FollowUp) => status !== "done" && !isGone;
  const open = shown.filter(isOpen);
  const closed = shown.filter((followUp) => !isOpen(followUp)).reverse();
  const allOpen = followUps.filter(isOpen).toSorted(byDueDate);
  return (
    <div className="stack register">
      {isHost && (
        <p>
          <LinkButton href="/tindak-lanjut/kabar" icon="send">
            {share.digest.toPage}
          </LinkButton>
        </p>
      )}
      {followUps.length > 1 && (
        <FollowUpFilters followUps={followUps} filter={filter} onFilter={setFilter} />
      )}
      {shown.length === 0 && (
        <div className="row" role="status">
          <p>{words.nothingFound}</p>
          <Button onClick={() => setFilter(noFilter)}>{words.showAll}</Button>
        </div>
      )}
      {open.length > 0 && (
        <section className="section" aria-labelledby="open">
          <h2 id="open">{words.page.open(open.length)}</h2>
          {!isHost && village !== null && (
            <FollowUpsShareButton village={village} followUps={allOpen} />
          )}
          <ListOf followUps={open} showsVillage={isHost} />
        </section>
      )}
      {closed.length > 0 && (
        <section className="section" aria-labelledby="closed">
          <h2 id="closed">{words.page.done(closed.length)}</h2>
          <ListOf followUps={closed} showsVillage={isHost} />
        </section>
      )}
    </div>
  );
}

function ListOf({ followUps, showsVillage }: { followUps: FollowUp[]; showsVillage: boolean }) {
  return (
    <ul className="follow-ups">
      {followUps.map((followUp) => (
        <FollowUpItem
          key={followUp.id}
          followUp={followUp}
          showsVillage={showsVillage}
          showsForum
        />
      ))}
    </ul>
  );
}
