import "./register.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { can } from "../../domain/permissions.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { AgreementList } from "./AgreementList.tsx";
import { AgreementsShareButton } from "./AgreementsShareButton.tsx";
import { FollowUpFilters } from "./FollowUpFilters.tsx";
import { FollowUpGroups } from "./FollowUpGroups.tsx";
import { type FollowUpFilter, fits } from "./group-follow-ups.ts";
import { type RegisterData, registerQuery } from "./register-query.ts";

export default function RegisterTab({ forumId }: { forumId: string }) {
  const words = useRegisterMessages();
  const query = useQuery(registerQuery(forumId));
  if (query.isPending) return <Skeleton rows={4} />;
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={query.refetch} />;
  const { agreements } = query.data;
  return (
    <div className="stack register">
      <section className="section" aria-labelledby="agreements">
        <h2 id="agreements">{words.agreements}</h2>
        {agreements.length > 0 ? (
          <>
            <AgreementList agreements={agreements} />
            <AgreementsShareButton forumId={forumId} data={query.data} />
          </>
        ) : (
          <EmptyState icon="check">{words.noAgreements}</EmptyState>
        )}
        <p>
          <LinkButton href={`/forum/${forumId}/berita-acara`} icon="print">
            {words.printAgreements}
          </LinkButton>
        </p>
      </section>
      <section className="section" aria-labelledby="follow-ups">
        <h2 id="follow-ups">{words.followUps}</h2>
        <FollowUps data={query.data} />
        <ToPage />
      </section>
    </div>
  );
}

const noFilter: FollowUpFilter = { villageId: null, state: null };

function FollowUps({ data }: { data: RegisterData }) {
  const words = useRegisterMessages();
  const [filter, setFilter] = useState(noFilter);
  const all = [...data.followUps, ...data.carried];
  if (all.length === 0) return <EmptyState icon="tasks">{words.noFollowUps}</EmptyState>;
  const [own, carried] = [data.followUps, data.carried].map((each) =>
    each.filter((followUp) => fits(filter, followUp)),
  );
  const isEmpty = !own?.length && !carried?.length;
  return (
    <>
      {all.length > 1 && <FollowUpFilters followUps={all} filter={filter} onFilter={setFilter} />}
      {isEmpty && (
        <div className="row" role="status">
          <p>{words.nothingFound}</p>
          <Button onClick={() => setFilter(noFilter)}>{words.showAll}</Button>
        </div>
      )}
      {carried && carried.length > 0 && (
        <div className="section">
          <p className="register-part">{words.fromEarlier}</p>
          <FollowUpGroups followUps={carried} showsForum />
        </div>
      )}
      {own && own.length > 0 && (
        <div className="section">
          {data.carried.length > 0 && <p className="register-part">{words.ofThisForum}</p>}
          <FollowUpGroups followUps={own} />
        </div>
      )}
    </>
  );
}

function ToPage() {
  const { page } = useRegisterMessages();
  const { person, roles } = useMe();
  const villageId = person.village?.id ?? null;
  const isHost = can({ personId: person.id, villageId, roles }, "forum.configure");
  if (!isHost && villageId === null) return null;
  return (
    <p>
      <Link href="/tindak-lanjut">{isHost ? page.toPageAll : page.toPage}</Link>
    </p>
  );
}
