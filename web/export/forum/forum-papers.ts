import { type Block, type Paper, paragraphOf, tableOf } from "../../../domain/export/paper.ts";
import type { LetterheadLines } from "../../../domain/letterhead.ts";
import type { AttendanceData, Attendee } from "../../attendance/attendance-query.ts";
import type { ForumPageData } from "../../forums/forum-query.ts";
import { attendanceId } from "../../messages/attendance-id.ts";
import { forumExportId } from "../../messages/forum-export-id.ts";
import type { RegisterData } from "../../register/register-query.ts";
import { formatDay, formatTime, formatTimeRange } from "../../time.ts";
import { kopOf, momentOf } from "../document-paper.ts";

type Forum = Pick<ForumPageData["forum"], "title" | "startsAt" | "endsAt" | "place">;

const { sheet, statuses, unseen, quorum } = attendanceId;

/** Who came, as it was noted; unfilled it has room for hands. */
export function attendancePaper(
  forum: Forum,
  list: AttendanceData,
  letterhead: LetterheadLines | null,
  now: number,
  isFilled = true,
): Paper {
  const rows = list.people.map((person, at) => [
    `${at + 1}`,
    person.name,
    [person.position, person.villageName ?? person.office].filter(Boolean).join(", "),
    isFilled ? noted(person) : `${at + 1}.`,
  ]);
  const { present, invited, isReached } = list.quorum;
  return {
    kop: kopOf(letterhead),
    heading: sheet.heading,
    title: "",
    blocks: [
      factsOf(forum),
      tableOf([sheet.number, sheet.name, sheet.position, sheet.signature], rows),
      paragraphOf(`${sheet.summary}: ${quorum(present, invited, isReached)}.`),
      paragraphOf(sheet.foot),
    ],
    foot: [],
    signature: [],
    pageFoot: [forumExportId.paper.saved(momentOf(now))],
  };
}

/** What was agreed, numbered, each with the document that it stands in. */
export function agreementsPaper(
  forum: Forum,
  { agreements }: RegisterData,
  letterhead: LetterheadLines | null,
  now: number,
): Paper {
  const words = forumExportId.paper;
  const byDocument = Map.groupBy(agreements, ({ document }) => document.title);
  const blocks = [...byDocument].flatMap(([title, own]): Block[] => [
    { kind: "heading", level: 1, runs: [{ text: title }] },
    {
      ...({ kind: "list", of: "numbers", start: 1 } as const),
      items: own.map(({ text }) => ({ blocks: text.split("\n").map(paragraphOf) })),
    },
  ]);
  return {
    kop: kopOf(letterhead),
    heading: words.agreements,
    title: forum.title,
    blocks: [factsOf(forum), ...(blocks.length > 0 ? blocks : [paragraphOf(words.noAgreements)])],
    foot: [],
    signature: [],
    pageFoot: [words.saved(momentOf(now))],
  };
}

function factsOf({ startsAt, endsAt, place, title }: Forum): Block {
  const fact = (name: string, text: string) => ({ name, runs: [{ text }] });
  return {
    kind: "facts",
    facts: [
      fact(sheet.day, formatDay(startsAt)),
      fact(sheet.time, formatTimeRange(startsAt, endsAt)),
      fact(sheet.place, place),
      fact(sheet.agenda, title),
    ],
  };
}

function noted({ status, at }: Attendee): string {
  if (status === null) return unseen;
  return status === "present" && at !== null
    ? sheet.noted(statuses[status], formatTime(at))
    : statuses[status];
}
