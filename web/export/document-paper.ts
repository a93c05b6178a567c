import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { documentBlocks, type PartNames } from "../../domain/export/document-blocks.ts";
import { type Block, type Paper, paragraphOf, plainRuns } from "../../domain/export/paper.ts";
import { type LetterheadLines, letterheadLines } from "../../domain/letterhead.ts";
import { personName } from "../design/shown-name.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { documentId } from "../messages/document-id.ts";
import { paperId } from "../messages/export-id.ts";
import { id as messages } from "../messages/id.ts";
import { printId } from "../messages/print-id.ts";
import { reviewId } from "../messages/review-id.ts";
import { signOffId } from "../messages/sign-off-id.ts";
import { inGroups } from "../sign-off/in-groups.ts";
import { formatDay, formatTime } from "../time.ts";
import { namesThatLeave } from "./village-names.ts";

interface Source {
  data: DocumentPageData;
  reading: ReadingNode;
  letterhead: LetterheadLines | null;
  /** Such as https://sinau.example. */
  origin: string;
  /** ms since 1970. */
  now: number;
}

/** A document as a paper of the office, in Indonesian whatever language the screen speaks. */
export function documentPaper({ data, reading, letterhead, origin, now }: Source): Paper {
  const { document, signing } = data;
  const names = namesThatLeave(data);
  return {
    kop: kopOf(letterhead),
    heading: paperId.headings[document.kind],
    title: document.title,
    blocks: documentBlocks(reading, partNames(names)),
    foot: [...answersOf(data, names), ...reviewsOf(data), ...caseFoot(document.kind)],
    signature: signatureOf(data, reading),
    pageFoot: signing.submission
      ? [
          paperId.fingerprint(inGroups(signing.submission.fingerprint)),
          signing.signOff ? paperId.check(`${origin}/periksa`) : printId.notYet,
        ]
      : [paperId.state(messages.documentStatuses[document.status], momentOf(now))],
  };
}

export function kopOf(letterhead: LetterheadLines | null): string[] {
  return letterheadLines.map((line) => letterhead?.[line] ?? "").filter((line) => line !== "");
}

export function momentOf(at: number): string {
  return printId.moment(formatDay(at), formatTime(at));
}

function partNames(villages: ReadonlyMap<string, string>): PartNames {
  const { sections, branches, fields, formerVillage } = documentId;
  const of = (words: Readonly<Record<string, string>>) => (name: string) => words[name] ?? "";
  return {
    section: of(sections),
    branch: of(branches),
    field: of(fields),
    village: (id) => villages.get(id) ?? null,
    formerVillage,
    number: paperId.number,
  };
}

/** What the villages said to what was submitted. */
function answersOf(
  { signing, document }: DocumentPageData,
  villages: ReadonlyMap<string, string>,
): Block[] {
  const items = signing.answers.map(({ village, answer, at, by, reason }) => {
    const name = villages.get(village.id) ?? "";
    const who = by && !document.isUnnamed ? personName(by, messages.masks) : "";
    const said =
      answer === null || at === null
        ? printId.noAnswer
        : printId.answer(signOffId.kinds[answer], who, momentOf(at));
    const quote: Block = { kind: "quote", blocks: [paragraphOf(reason)] };
    return { blocks: [paragraphOf(`${name}: ${said}`), ...(reason === "" ? [] : [quote])] };
  });
  if (items.length === 0) return [];
  return [heading(paperId.answers), { kind: "list", of: "bullets", start: 1, items }];
}

function reviewsOf({ reviews = [], document }: DocumentPageData): Block[] {
  const latest = reviews.filter(({ isLatest }) => isLatest);
  if (latest.length === 0) return [];
  return [
    heading(paperId.reviews),
    ...latest.map(({ by, position, office, at, hasChangedSince }) => {
      const named = document.isUnnamed
        ? []
        : [by && personName(by, messages.masks), position, office];
      const who = named.filter(Boolean).join(", ");
      const said =
        who === "" ? reviewId.reviewed(momentOf(at)) : reviewId.reviewedBy(who, momentOf(at));
      return paragraphOf(hasChangedSince ? `${said}. ${reviewId.changedSince}.` : `${said}.`);
    }),
  ];
}

function caseFoot(kind: DocumentPageData["document"]["kind"]): Block[] {
  return kind === "case" ? [paragraphOf(printId.caseFoot)] : [];
}

/** Who signed, with room for a hand; before that, of minutes, who presided. */
function signatureOf({ document, signing }: DocumentPageData, reading: ReadingNode): string[] {
  const { signature } = printId;
  const { signOff, submission } = signing;
  const room = ["", "", ""];
  if (submission) {
    const isShown = signOff !== null && !document.isUnnamed;
    const name = isShown && signOff.by ? personName(signOff.by, messages.masks) : "";
    const position = (isShown && signOff.position) || signature.position;
    return [
      signOff ? signature.signed(momentOf(signOff.at)) : signature.unsigned,
      [position, isShown ? signOff.office : null].filter(Boolean).join(", "),
      ...room,
      name,
      signature.nip,
    ];
  }
  if (document.kind !== "minutes") return [];
  return [paperId.chair, ...room, wordsOf(fieldNamed(reading, "chair")), signature.nip];
}

function fieldNamed(node: ReadingNode, name: string): ReadingNode | null {
  if (node.type === "field" && node.attrs?.name === name) return node;
  for (const child of node.content ?? []) {
    const found = fieldNamed(child, name);
    if (found) return found;
  }
  return null;
}

function wordsOf(node: ReadingNode | null): string {
  return (node?.text ?? "") + (node?.content ?? []).map(wordsOf).join("");
}

function heading(text: string): Block {
  return { kind: "heading", level: 1, runs: plainRuns(text) };
}
