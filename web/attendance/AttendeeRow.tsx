import type { Role } from "../../domain/roles.ts";
import { type AttendanceStatus, attendanceStatuses } from "../../domain/statuses.ts";
import { Icon, type IconName } from "../design/Icon.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { formatTime } from "../time.ts";
import type { Attendee } from "./attendance-query.ts";

interface Props {
  person: Attendee;
  roles: readonly Role[];
  /** Null for whoever only looks on. */
  onMark: ((person: Attendee, to: AttendanceStatus) => void) | null;
}

const icons: Record<AttendanceStatus | "unseen", IconName> = {
  present: "check",
  excused: "send",
  absent: "close",
  unseen: "more",
};

export function AttendeeRow({ person, roles, onMark }: Props) {
  const { roles: roleNames, sectors } = useMessages();
  const words = useAttendanceMessages();
  const { name, position, office, sector, status } = person;
  // That somebody of a village takes part goes without saying.
  const told = roles.filter((role) => role !== "participant").map((role) => roleNames[role]);
  return (
    <li className="attendee">
      <div className="attendee-words">
        <span>
          {name}
          {told.length > 0 && <span className="person-roles"> {told.join(", ")}</span>}
        </span>
        <span className="small soft">
          {[position, office, sector && sectors[sector]].filter(Boolean).join(", ")}
        </span>
        {(onMark === null || status === "present") && <Standing person={person} />}
      </div>
      {onMark && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its content
        <div className="marks" role="group" aria-label={words.attendanceOf(name)}>
          {attendanceStatuses.map((each) => (
            <button
              key={each}
              type="button"
              className="mark"
              data-status={each}
              aria-pressed={status === each}
              aria-label={words.markAs(words.statuses[each], name)}
              onClick={() => status !== each && onMark(person, each)}
            >
              <Icon name={icons[each]} />
              {words.short[each]}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

function Standing({ person: { status, at, isOwnWord } }: { person: Attendee }) {
  const words = useAttendanceMessages();
  const said = status === null ? words.unseen : words.statuses[status];
  return (
    <span className="standing" data-status={status ?? "unseen"}>
      <Icon name={icons[status ?? "unseen"]} />
      {status === "present" && at !== null ? words.presentAt(formatTime(at)) : said}
      {isOwnWord && <span className="soft">{words.ownWord}</span>}
    </span>
  );
}
