import { formatDay, formatTime, formatTimeRange } from "../../domain/time.ts";
import type { ForumPageData } from "../forums/forum-query.ts";
import { attendanceId } from "../messages/attendance-id.ts";
import { Facts } from "../paper/PaperParts.tsx";
import type { AttendanceData, Attendee } from "./attendance-query.ts";

interface Props {
  forum: ForumPageData["forum"];
  list: AttendanceData;
  isFilled: boolean;
}

/** For who comes though nobody wrote them down. */
const emptyRows = 5;
/** An official paper is in Indonesian, whatever language its reader has chosen. */
const { sheet: words, statuses, unseen, ...sentences } = attendanceId;

export function Sheet({ forum, list, isFilled }: Props) {
  const rows: (Attendee | null)[] = isFilled
    ? list.people
    : [...list.people, ...Array<null>(emptyRows).fill(null)];
  const { present, invited, isReached } = list.quorum;
  return (
    <>
      <h2 className="paper-title">{words.heading}</h2>
      <Facts
        facts={[
          { name: words.day, value: formatDay(forum.startsAt) },
          { name: words.time, value: formatTimeRange(forum.startsAt, forum.endsAt) },
          { name: words.place, value: forum.place },
          { name: words.agenda, value: forum.title },
        ]}
      />
      <table className="paper-table attendance-sheet" data-step="normal">
        <colgroup>
          <col width="7%" />
          <col width="31%" />
          <col width="30%" />
          <col width="32%" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.position}</th>
            <th scope="col">{words.signature}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person, place) => (
            <tr key={person?.id ?? `empty-${place}`} data-long={false}>
              <td>{place + 1}</td>
              <td>{person?.name}</td>
              <td>{person && standing(person)}</td>
              {/* Odd numbers left, even ones right: so there is room for both. */}
              <td className="sheet-signature" data-side={place % 2 === 0 ? "left" : "right"}>
                {isFilled && person ? noted(person) : `${place + 1}.`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isFilled && (
        <footer className="paper-closing">
          <p>
            {words.summary}: {sentences.quorum(present, invited, isReached)}.
          </p>
          <p>{words.foot}</p>
        </footer>
      )}
    </>
  );
}

function standing({ position, villageName, office }: Attendee): string {
  return [position, villageName ?? office].filter(Boolean).join(", ");
}

function noted({ status, at }: Attendee): string {
  if (status === null) return unseen;
  return status === "present" && at !== null
    ? words.noted(statuses[status], formatTime(at))
    : statuses[status];
}
