import { formatDay, formatTimeRange } from "../time.ts";
import type { forumFields } from "./containers.ts";
import type { DocumentSource, NamedPerson } from "./source.ts";

export type ForumField = (typeof forumFields)[number];

/** Of what stood in the agenda, and was taken off it after something was written under it. */
const removedMark = " (acara dihapus)";

export function removedTitle(title: string): string {
  return isRemovedTitle(title) ? title : title + removedMark;
}

export function isRemovedTitle(title: string): boolean {
  return title.endsWith(removedMark);
}

/** The head of the minutes as the forum's own data has it; empty where the forum says nothing. */
export function headOf({ forum, agenda, chair, recorders }: DocumentSource) {
  return {
    meeting: forum.title,
    date: formatDay(forum.startsAt),
    time: formatTimeRange(forum.startsAt, forum.endsAt),
    place: forum.place,
    agenda: agenda.map((item) => item.title).join("; "),
    chair: chair ? withPosition(chair) : "",
    recorder: recorders.map(withPosition).join("; "),
  } satisfies Record<ForumField, string>;
}

/** Who came, one line for each village: names hold commas, so that others stand between them. */
export function attendanceLines({ attendance }: DocumentSource): string[] {
  if (attendance.length === 0) return ["Belum ada kehadiran yang dicatat."];
  const present = attendance.filter(({ status }) => status === "present");
  const excused = attendance.filter(({ status }) => status === "excused");
  const absent = attendance.filter(({ status }) => status === "absent");
  const byVillage = Map.groupBy(
    present.filter(({ village }) => village !== null),
    ({ village }) => village,
  );
  const guests = present.filter(({ village }) => village === null);
  const ofVillages = byVillage.size > 0 ? ` dari ${byVillage.size} desa` : "";
  const counts = [`Hadir: ${present.length} orang${ofVillages}`];
  if (excused.length > 0) counts.push(`Izin: ${excused.length} orang`);
  if (absent.length > 0) counts.push(`Tidak hadir: ${absent.length} orang`);
  return [
    `${counts.join(". ")}.`,
    ...[...byVillage].map(([village, people]) => `${village}: ${people.map(named).join("; ")}`),
    ...(guests.length > 0 ? [`Kecamatan dan undangan lain: ${guests.map(named).join("; ")}`] : []),
    ...(excused.length > 0 ? [`Izin: ${excused.map(withPlace).join("; ")}`] : []),
  ];
}

function withPosition({ name, position }: NamedPerson): string {
  return position === "" ? name : `${name}, ${position}`;
}

function named({ name, position }: NamedPerson): string {
  return position === "" ? name : `${name} (${position})`;
}

function withPlace({ name, village, office }: DocumentSource["attendance"][number]): string {
  const place = village ?? office;
  return place === null ? name : `${name} (${place})`;
}
