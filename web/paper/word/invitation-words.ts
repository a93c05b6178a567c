import { paragraphOf } from "../../../domain/export/paper.ts";
import { formatDay, formatTimeRange } from "../../../domain/time.ts";
import type { ForumPageData } from "../../forums/forum-query.ts";
import { printId } from "../../messages/print-id.ts";
import type { Signatory } from "../SignatureBlock.tsx";
import {
  blankLine,
  factsBlock,
  numberedBlock,
  type PaperWords,
  signatureLines,
} from "./word-parts.ts";

const { invitation: paper } = printId;

interface Letter extends Signatory {
  placeAndDay: string;
  number: string;
  urgency: string;
  attached: string;
  subject: string;
  opening: string;
  note: string;
  to: readonly string[];
  copies: readonly string[];
}

/** The letter that invites to a forum. */
export function invitationWords({ forum, agenda }: ForumPageData, letter: Letter): PaperWords {
  const { facts } = paper;
  const { to, copies } = letter;
  return {
    heading: "",
    title: "",
    blocks: [
      paragraphOf(letter.placeAndDay.trim() || blankLine),
      factsBlock([
        { name: facts.number, value: letter.number || blankLine },
        { name: facts.urgency, value: letter.urgency || "-" },
        { name: facts.attached, value: letter.attached || "-" },
        { name: facts.subject, value: letter.subject },
      ]),
      paragraphOf(paper.to),
      ...(to.length > 1 ? [numberedBlock(to)] : [paragraphOf(to[0] ?? blankLine)]),
      paragraphOf(`${paper.at} ${paper.place}`),
      paragraphOf(letter.opening),
      factsBlock([
        { name: facts.day, value: formatDay(forum.startsAt) },
        { name: facts.time, value: formatTimeRange(forum.startsAt, forum.endsAt) },
        { name: facts.place, value: forum.place },
        {
          name: facts.agenda,
          value: agenda.map(({ title }, at) => `${at + 1}. ${title}`).join("\n") || forum.title,
        },
        ...(letter.note.trim() === "" ? [] : [{ name: facts.note, value: letter.note }]),
      ]),
      paragraphOf(paper.closing),
    ],
    foot: copies.length > 0 ? [paragraphOf(paper.copies), numberedBlock(copies)] : [],
    signature: signatureLines(letter),
  };
}
