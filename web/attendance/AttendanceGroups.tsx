import type { ReactNode } from "react";
import { countAttendance } from "../../domain/attendance.ts";
import type { Role } from "../../domain/roles.ts";
import type { AttendanceStatus } from "../../domain/statuses.ts";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { AttendeeRow } from "./AttendeeRow.tsx";
import type { Attendee } from "./attendance-query.ts";

export interface Group {
  /** Null for the sub-district, its guests, and whoever fits in no other group. */
  villageId: string | null;
  heading: ReactNode;
  rolesOf: ReadonlyMap<string, readonly Role[]>;
}

interface Props {
  groups: readonly Group[];
  /** Those that are shown, and those that are counted. */
  people: readonly Attendee[];
  all: readonly Attendee[];
  onMark: ((person: Attendee, to: AttendanceStatus) => void) | null;
}

export function AttendanceGroups({ groups, people, all, onMark }: Props) {
  const { forums } = useMessages();
  const words = useAttendanceMessages();
  const villageIds = new Set(groups.map(({ villageId }) => villageId));
  const isIn =
    ({ villageId }: Group) =>
    (person: Attendee) =>
      villageId === null
        ? !villageIds.has(person.villageId) || person.villageId === null
        : person.villageId === villageId;
  return groups.map((group) => {
    const members = all.filter(isIn(group));
    const shown = people.filter(isIn(group));
    const isFiltered = people.length < all.length;
    if (shown.length === 0 && (isFiltered || group.villageId === null)) return null;
    return (
      <section key={group.villageId ?? ""} className="people-group">
        <h3 className="attendance-heading">
          {group.heading}
          {members.length > 0 && (
            <span className="small soft">
              {words.villageCount(countAttendance(members).present, members.length)}
            </span>
          )}
        </h3>
        {shown.length > 0 ? (
          <ul>
            {shown.map((person) => (
              <AttendeeRow
                key={person.id}
                person={person}
                roles={group.rolesOf.get(person.id) ?? []}
                onMark={onMark}
              />
            ))}
          </ul>
        ) : (
          <p className="soft">{forums.noVillagePeople}</p>
        )}
      </section>
    );
  });
}
