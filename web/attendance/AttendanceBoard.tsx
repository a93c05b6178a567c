import "./attendance.css";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AttendanceStatus } from "../../domain/statuses.ts";
import { FailureLine } from "../design/FailureLine.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { AttendanceFiles } from "./AttendanceFiles.tsx";
import { AttendanceGroups, type Group } from "./AttendanceGroups.tsx";
import { AttendanceSummary } from "./AttendanceSummary.tsx";
import { type Attendee, attendanceQuery } from "./attendance-query.ts";
import { LastMark } from "./LastMark.tsx";
import { OwnAttendance } from "./OwnAttendance.tsx";
import { useMarking } from "./use-marking.ts";

interface Props {
  forumId: string;
  groups: readonly Group[];
  /** The members alone, for as long as there is nothing to say of their coming. */
  children: ReactNode;
}

/** So few are seen at a glance. */
const fewPeople = 12;

/** Who came, by village; whoever keeps the list marks people in it. */
export default function AttendanceBoard({ forumId, groups, children }: Props) {
  const words = useAttendanceMessages();
  const me = useMe();
  const { data } = useQuery(attendanceQuery(forumId));
  const { mark, undo, last, failure } = useMarking(forumId);
  const [search, setSearch] = useState("");
  const [isOnlyUnseen, setOnlyUnseen] = useState(false);
  if (!data) return children;
  const own = data.people.find(({ id }) => id === me.person.id);
  const isNotYet = data.moment === "notYet" || data.moment === "cancelled";
  const shown = data.people.filter(
    (person) => fits(person, search) && !(isOnlyUnseen && person.status !== null),
  );
  const markOwn = data.mayMark && own ? () => mark(own, "present") : null;
  return (
    <>
      <OwnAttendance forumId={forumId} data={data} onMark={markOwn} />
      <AttendanceSummary forumId={forumId} data={data} />
      {isNotYet ? (
        children
      ) : (
        <>
          <div className="attendance-find">
            {data.people.length > fewPeople && (
              <label className="field">
                {words.search}
                <input
                  type="search"
                  value={search}
                  onChange={(event) => setSearch(event.target.value)}
                />
              </label>
            )}
            {data.mayMark && (
              <label className="tick">
                <input
                  type="checkbox"
                  checked={isOnlyUnseen}
                  onChange={(event) => setOnlyUnseen(event.target.checked)}
                />
                {words.onlyUnseen}
              </label>
            )}
          </div>
          {search.trim() !== "" && <p role="status">{words.found(shown.length)}</p>}
          {shown.length === 0 && (
            <p>{search.trim() === "" ? words.everybodySeen : words.nobodyFound}</p>
          )}
          <AttendanceGroups
            groups={groups}
            people={shown}
            all={data.people}
            onMark={data.mayMark ? (person, to: AttendanceStatus) => mark(person, to) : null}
          />
          {failure && (
            <div className="failed-mark">
              <p>{words.notMarked(failure.name)}</p>
              <FailureLine error={failure.error} />
            </div>
          )}
          {last && <LastMark mark={last} onUndo={undo} />}
          <AttendanceFiles forumId={forumId} data={data} />
        </>
      )}
    </>
  );
}

function fits({ name, villageName, office }: Attendee, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase("id");
  const place = villageName ?? office ?? "";
  return `${name} ${place}`.toLocaleLowerCase("id").includes(wanted);
}
