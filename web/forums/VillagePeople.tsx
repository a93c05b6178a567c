import "../manage/manage.css";
import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { MemberControls } from "../manage/MemberControls.tsx";
import { peopleQuery } from "../manage/people-query.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import type { ForumPageData } from "./forum-query.ts";

/** Whom a village sends, and who of them speaks for it. */
export function VillagePeople({ data, villageId }: { data: ForumPageData; villageId: string }) {
  const { villages: words } = usePrepareMessages();
  const list = useQuery(peopleQuery);
  if (list.isError) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Skeleton rows={4} />;
  const village = list.data.villages.find(({ id }) => id === villageId);
  const people = list.data.people.filter((person) => person.village?.id === villageId);
  return (
    <section className="section" aria-label={words.peopleTitle(village?.name ?? "")}>
      {village && (
        <h2>
          <VillageBadge village={village} />
        </h2>
      )}
      <p>{words.peopleHint}</p>
      {people.length === 0 && <p className="soft">{words.nobody}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.id} className="guest">
            <span className="village-lines">
              <strong>{person.name}</strong>
              <span className="small soft">{person.position}</span>
            </span>
            {person.mayManage && (
              <span className="row">
                <MemberControls person={person} data={list.data} forumId={data.forum.id} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        <LinkButton href="/kelola/orang/tambah" icon="plus">
          {words.addPerson}
        </LinkButton>
      </div>
    </section>
  );
}
