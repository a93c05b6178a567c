import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LinkButton } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { InvitationDialog } from "./InvitationDialog.tsx";
import { ListedPersonRow } from "./ListedPersonRow.tsx";
import { type ListedPerson, type PeopleData, peopleQuery } from "./people-query.ts";
import { useManageMessages } from "./use-manage-messages.ts";

/** Everybody of the district: who has joined, whom to invite again, who has a place in a forum. */
export function PeoplePage() {
  const words = useManageMessages();
  const list = useQuery(peopleQuery);
  return (
    <PageFrame title={words.people} back="/kelola">
      <h1>{words.people}</h1>
      {list.data ? (
        <People data={list.data} />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

const officesOnly = "-";

function People({ data }: { data: PeopleData }) {
  const words = useManageMessages();
  const [search, setSearch] = useState("");
  const [villageId, setVillageId] = useState("");
  const [forumId, setForumId] = useState("");
  const [joined, setJoined] = useState<"" | "yes" | "no">("");
  const [isRoomy] = useState(() => matchMedia("(min-width: 60rem)").matches);
  const [invited, setInvited] = useState<ListedPerson | null>(null);
  const inPlace = data.people.filter(
    ({ village, places }) =>
      (villageId === "" || (village?.id ?? officesOnly) === villageId) &&
      (forumId === "" || places.some((place) => place.forumId === forumId)),
  );
  const wanted = search.trim().toLowerCase();
  // Somebody who is searched for may still be missing in the forum, to be given a place there.
  const shown = (wanted === "" ? inPlace : data.people).filter(
    ({ name, hasJoined }) =>
      name.toLowerCase().includes(wanted) && (joined === "" || hasJoined === (joined === "yes")),
  );
  const query = new URLSearchParams();
  if (forumId !== "") query.set("forum", forumId);
  if (villageId !== "") query.set("desa", villageId === officesOnly ? "" : villageId);
  return (
    <>
      <div className="row people-ways">
        <LinkButton href="/kelola/orang/daftar" weight="primary" icon="people">
          {words.pasteList}
        </LinkButton>
        <LinkButton href="/kelola/orang/tambah" icon="person">
          {words.addOne}
        </LinkButton>
        <LinkButton href={`/kelola/orang/kartu?${query}`} icon="document">
          {words.printCards}
        </LinkButton>
      </div>
      <div className="people-find">
        <label className="field">
          {words.search}
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
        <details className="people-filter" open={isRoomy}>
          <summary>{words.filter}</summary>
          <div className="manage-fields">
            <SelectField
              label={words.village}
              value={villageId}
              options={[
                ["", words.allVillages],
                ...data.villages.map(({ id, name }) => [id, name] as const),
                [officesOnly, words.offices],
              ]}
              onChoose={setVillageId}
            />
            <SelectField
              label={words.forum}
              value={forumId}
              options={[
                ["", words.allForums],
                ...data.forums.map(({ id, title }) => [id, title] as const),
              ]}
              onChoose={setForumId}
            />
            <SelectField
              label={words.joined}
              value={joined}
              options={[
                ["", words.everybody],
                ["yes", words.hasJoined],
                ["no", words.hasNotJoined],
              ]}
              onChoose={setJoined}
            />
          </div>
        </details>
      </div>
      <p role="status">
        {words.summary(inPlace.filter(({ hasJoined }) => hasJoined).length, inPlace.length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon="people">{words.nobody}</EmptyState>
      ) : (
        <ul className="people-list">
          {shown.map((person) => (
            <ListedPersonRow
              key={person.id}
              person={person}
              data={data}
              forumId={forumId === "" ? null : forumId}
              onInvite={() => setInvited(person)}
            />
          ))}
        </ul>
      )}
      {invited && (
        <InvitationDialog
          person={invited}
          forumId={forumId === "" ? null : forumId}
          onClose={() => setInvited(null)}
        />
      )}
    </>
  );
}
