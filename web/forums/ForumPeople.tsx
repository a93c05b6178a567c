import "./ForumPeople.css";
import { lazy, Suspense } from "react";
import type { Role } from "../../domain/roles.ts";
import { EmptyState } from "../design/EmptyState.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import type { ForumPageData } from "./forum-query.ts";

const AttendanceBoard = lazy(() => import("../attendance/AttendanceBoard.tsx"));

type Props = Pick<ForumPageData, "forum" | "villages" | "officials">;

/** Who takes part, by village, then the sub-district and its other guests; and who of them came. */
export function ForumPeople({ forum, villages, officials }: Props) {
  const { forums } = useMessages();
  const peopleCount = villages.reduce((sum, { people }) => sum + people.length, officials.length);
  const members = <Members villages={villages} officials={officials} />;
  const groups = [
    ...villages.map((village) => ({
      villageId: village.id,
      heading: <VillageBadge village={village} />,
      rolesOf: rolesOf(village.people),
    })),
    { villageId: null, heading: forums.officials, rolesOf: rolesOf(officials) },
  ];
  return (
    <>
      {villages.length > 0 ? (
        <p className="soft">{forums.headCount(villages.length, peopleCount)}</p>
      ) : (
        <EmptyState icon="people">{forums.noPeople}</EmptyState>
      )}
      <Suspense fallback={members}>
        <AttendanceBoard forumId={forum.id} groups={groups}>
          {members}
        </AttendanceBoard>
      </Suspense>
    </>
  );
}

function rolesOf(people: readonly { id: string; roles: readonly Role[] }[]) {
  return new Map(people.map(({ id, roles }) => [id, roles]));
}

function Members({ villages, officials }: Pick<Props, "villages" | "officials">) {
  const { forums } = useMessages();
  return (
    <>
      {villages.map((village) => (
        <section key={village.id} className="people-group">
          <h3>
            <VillageBadge village={village} />
          </h3>
          {village.people.length > 0 ? (
            <ul>
              {village.people.map((person) => (
                <Person key={person.id} {...person} office={null} />
              ))}
            </ul>
          ) : (
            <p className="soft">{forums.noVillagePeople}</p>
          )}
        </section>
      ))}
      {officials.length > 0 && (
        <section className="people-group">
          <h3>{forums.officials}</h3>
          <ul>
            {officials.map((official) => (
              <Person key={official.id} {...official} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface PersonProps {
  name: string;
  position: string;
  office: string | null;
  roles: readonly Role[];
}

function Person({ name, position, office, roles }: PersonProps) {
  const { roles: roleNames } = useMessages();
  // That somebody of a village takes part goes without saying.
  const told = roles.filter((role) => role !== "participant").map((role) => roleNames[role]);
  return (
    <li className="person">
      <span>
        {name}
        {told.length > 0 && <span className="person-roles"> {told.join(", ")}</span>}
      </span>
      <span className="small soft">{office === null ? position : `${position}, ${office}`}</span>
    </li>
  );
}
