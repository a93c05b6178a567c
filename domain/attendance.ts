import type { AttendanceStatus, ForumStatus } from "./statuses.ts";
import { startOfDayInWib } from "./wib.ts";

const dayMs = 24 * 3_600_000;

/** How long after the forum the list may still be put right, from the signed paper, say. */
export const correctableForMs = 7 * dayMs;

/** The code on the screen changes this often; the one before is still taken. */
export const codeChangesEveryMs = 10 * 60_000;
/** Wrong codes of one person in ten minutes: a million codes, two of them right. */
export const wrongCodesAllowed = 10;

/**
 * `open`: people say that they are here. `correctable`: the keepers alone put the list right. `over`:
 * the list stands.
 */
export type AttendanceMoment = "notYet" | "open" | "correctable" | "over" | "cancelled";

interface ForumTimes {
  status: ForumStatus;
  /** Times in ms since 1970, of the server's clock. */
  startsAt: number;
  endsAt: number;
}

/** What may be done with a forum's list at `now`. */
export function attendanceMoment(forum: ForumTimes, now: number): AttendanceMoment {
  switch (forum.status) {
    case "planned":
      return "notYet";
    case "cancelled":
      return "cancelled";
    case "inSession":
      return "open";
    case "invited":
      if (now < startOfDayInWib(forum.startsAt)) return "notYet";
      return now < startOfDayInWib(forum.endsAt) + dayMs ? "open" : afterwards(forum, now);
    case "ended":
      return afterwards(forum, now);
  }
}

/** What one village's, or everybody's, list adds up to. */
export type AttendanceCounts = Record<AttendanceStatus | "unseen", number>;

export function countAttendance(
  people: readonly { status: AttendanceStatus | null }[],
): AttendanceCounts {
  const counts: AttendanceCounts = { present: 0, excused: 0, absent: 0, unseen: 0 };
  for (const { status } of people) counts[status ?? "unseen"] += 1;
  return counts;
}

/** A forum counts as well attended when more than this part of its villages is there. */
const quorumPart = 0.5;

/**
 * A village counts when at least one of its people is present; people of villages that were not
 * invited do not. The rule is the programme's own (docs/decisions/0020), not the law's.
 */
export function quorumOf(
  villageIds: readonly string[],
  people: readonly { villageId: string | null; status: AttendanceStatus | null }[],
): { present: number; invited: number; isReached: boolean } {
  const came = new Set(people.flatMap((p) => (p.status === "present" ? [p.villageId] : [])));
  const present = villageIds.filter((id) => came.has(id)).length;
  const invited = villageIds.length;
  return { present, invited, isReached: present > invited * quorumPart };
}

function afterwards({ endsAt }: ForumTimes, now: number): AttendanceMoment {
  return now < endsAt + correctableForMs ? "correctable" : "over";
}
