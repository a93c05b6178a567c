import type { FollowUpStatus } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import type { ReportRow } from "../db/follow-up-history.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { SeenFollowUp } from "./seen-follow-ups.ts";

/** Who did it, as this reader is told: nobody where the case is unnamed. */
export interface Doer {
  isMe: boolean;
  /** Null for who reads villages alone. */
  name: string | null;
  village: VillageBadge | null;
  office: string | null;
}

export interface Report {
  kind: "report";
  at: number;
  by: Doer | null;
  status: FollowUpStatus | null;
  text: string;
  link: string | null;
  file: { id: string; name: string; contentType: string; sizeBytes: number } | null;
  isFileRemoved: boolean;
}

export interface Move {
  kind: "moved";
  at: number;
  by: Doer | null;
  from: string | null;
  to: string | null;
  why: string;
}

export interface Carried {
  kind: "carried";
  at: number;
  forum: { id: string; title: string };
}

export type FollowUpEvent = Report | Move | Carried;

/** @param reports of all rows of the follow-up, from the oldest */
export function historyOf(
  me: SignedIn,
  seen: SeenFollowUp,
  reports: readonly ReportRow[],
): FollowUpEvent[] {
  const whys = new Map(reports.map((report) => [report.id, report]));
  const moves = seen.moves.map((row, at): Move => {
    // The reason for a new day is a report under the id of its row.
    const why = whys.get(row.id);
    whys.delete(row.id);
    const before = seen.moves[at - 1] ?? seen.first;
    return {
      kind: "moved",
      at: row.createdAt,
      by: why ? doerOf(me, seen, why) : null,
      from: before.dueDate,
      to: row.dueDate,
      why: why?.text ?? "",
    };
  });
  // Its own name and picture may betray what a mask hides, or what only the document's readers see.
  const mayOpen = seen.maySeeDocument && seen.unmasks;
  const said = [...whys.values()].map((report): Report => {
    const { at, status, text, link, attachment } = report;
    return {
      kind: "report",
      by: doerOf(me, seen, report),
      ...{ at, status, text, link },
      file: mayOpen ? fileOf(attachment) : null,
      isFileRemoved: attachment !== null && attachment.removedAt !== null,
    };
  });
  const carried = seen.carriers.map(
    ({ id, title, at }): Carried => ({ kind: "carried", at, forum: { id, title } }),
  );
  return [...moves, ...said, ...carried].sort((a, b) => a.at - b.at).reverse();
}

function fileOf(attachment: ReportRow["attachment"]): Report["file"] {
  if (attachment === null || attachment.removedAt !== null) return null;
  const { id, name, contentType, sizeBytes } = attachment;
  return { id, name, contentType, sizeBytes };
}

function doerOf(me: SignedIn, seen: SeenFollowUp, { person, village }: ReportRow): Doer | null {
  if (!seen.unmasks) return null;
  return {
    isMe: person.id === me.person.id,
    name: seen.maySeeNames ? person.name : null,
    village,
    office: person.office,
  };
}
