import { can } from "../../domain/permissions.ts";
import type { RedactionPiece } from "../../domain/redaction.ts";
import {
  isBeforeCamat,
  type RedactionReason,
  type RedactionStatus,
} from "../../domain/statuses.ts";
import type { ShownPerson } from "../../party/masks/shown-person.ts";
import { openDatabase } from "../db/open.ts";
import { type RedactionRow, selectRedactions } from "../db/redactions.ts";
import type { SignedIn } from "../db/sessions.ts";
import { findCurrentSubmission } from "../db/submissions.ts";
import type { Env } from "../env.ts";
import { finishLeft, isAtOnce, isBeside } from "./carry-out-redaction.ts";
import { enterDocument } from "./documents.ts";
import type { Entered } from "./redaction-record.ts";
import { type ShownOccurrence, shownOccurrences } from "./redaction-search.ts";
import { isShown, mayTakeBack } from "./redaction-summary.ts";
import { uncoveredBlocks } from "./signed-content.ts";
import { ThreadNames } from "./thread-names.ts";

/** Who acted: in full for whom the history names people, else their office alone. */
export type Official = { person: ShownPerson } | { office: string | null };

export interface RedactionView {
  id: string;
  status: RedactionStatus;
  reasonKind: RedactionReason;
  reason: string;
  /** UTF-16 units. */
  units: number;
  proposedAt: number;
  proposedBy: Official;
  /** Who had it done, rejected it or took it back; null while nobody has. */
  decidedBy: Official | null;
  decidedAt: number | null;
  rejection: string | null;
  /** Ordered by a facilitator alone, before anything was submitted. */
  isAtOnce: boolean;
  /** Whether it took words out of what is before the camat or signed. */
  isOfSubmission: boolean;
  /** The bars' letters. */
  pieces: RedactionPiece[];
  /** Of a proposal, for whoever decides or proposed it: what is to be removed, from the room. */
  occurrences: ShownOccurrence[] | null;
  /** Whether it takes nothing but what stands beside the text. */
  isBeside: boolean;
  /** What that is, for the same people; bars where another has taken it. */
  words: string | null;
  may: { decide: boolean; takeBack: boolean };
}

export interface Redactions {
  /** The oldest first. What is not done is shown to facilitators and the camat alone. */
  redactions: RedactionView[];
  /** Blocks of what is before the camat or signed that the fingerprint covers no more, by number. */
  uncovered: number[];
  may: { redact: boolean; propose: boolean };
}

/** @throws notFound */
export async function readRedactions(
  env: Env,
  me: SignedIn,
  documentId: string,
  now: number,
): Promise<Redactions> {
  const entered = await enterDocument(env, me, documentId);
  const { actor, document, roomPerson } = entered;
  await finishLeft(env, documentId, now);
  const db = openDatabase(env);
  const may = {
    redact: can(actor, "document.redact", document),
    propose: can(actor, "document.proposeRedaction", document),
  };
  const mayDecide = can(actor, "document.confirmRedaction", document);
  const takesBack = mayTakeBack(entered);
  const rows = (await selectRedactions(db, documentId)).filter(({ status }) =>
    isShown(status, entered),
  );
  const people = rows.flatMap((row) =>
    [row.proposedByPersonId, row.decidedByPersonId ?? []].flat(),
  );
  const names = await ThreadNames.load(env, db, entered, [...new Set(people)]);
  const current = isBeforeCamat(document.status)
    ? await findCurrentSubmission(db, documentId)
    : null;
  const official = (personId: string): Official => {
    const person = names.person(roomPerson, personId);
    return can(actor, "history.names", document) ? { person } : { office: person.office };
  };
  return {
    may,
    uncovered: current === null ? [] : uncoveredBlocks(current),
    redactions: await Promise.all(
      rows.map(async (row): Promise<RedactionView> => {
        const { id, status, reasonKind, reason, units, proposedAt, decidedAt, rejection } = row;
        const isOpen = status === "proposed";
        return {
          ...{ id, status, reasonKind, reason, units, proposedAt, decidedAt, rejection },
          proposedBy: official(row.proposedByPersonId),
          decidedBy: row.decidedByPersonId === null ? null : official(row.decidedByPersonId),
          isAtOnce: isAtOnce(row),
          isOfSubmission: row.submissionId !== null && row.submissionId === current?.id,
          pieces: status === "done" || status === "confirmed" ? placesOf(row).flat() : [],
          occurrences: isOpen ? await wordsIn(env, entered, row) : null,
          isBeside: isBeside(row),
          words:
            isOpen && isBeside(row) ? (JSON.parse(row.words ?? "[]") as string[]).join() : null,
          may: { decide: isOpen && mayDecide, takeBack: isOpen && takesBack },
        };
      }),
    ),
  };
}

async function wordsIn(env: Env, entered: Entered, row: RedactionRow): Promise<ShownOccurrence[]> {
  const found = await env.REVIEW_ROOM.getByName(row.documentId).occurrencesAt(placesOf(row));
  return shownOccurrences(env, entered, found ?? []);
}

function placesOf({ pieces }: RedactionRow): RedactionPiece[][] {
  return JSON.parse(pieces) as RedactionPiece[][];
}
