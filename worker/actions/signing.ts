import { type Actor, can } from "../../domain/permissions.ts";
import {
  type DocumentStatus,
  isBeforeCamat,
  type VillageAnswerKind,
} from "../../domain/statuses.ts";
import type { ShownPerson, ShownVillage } from "../../party/masks/shown-person.ts";
import { selectCorrections } from "../db/corrections.ts";
import type { DocumentRow } from "../db/documents.ts";
import type { ForumRow } from "../db/forums.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { selectSignOff } from "../db/sign-offs.ts";
import { type SubmissionHead, selectAnswers, selectSubmissions } from "../db/submissions.ts";
import type { Env } from "../env.ts";
import { mayMove } from "./document-step.ts";
import { ThreadNames } from "./thread-names.ts";

/** How a document stands on its way to being signed, and what this person may do about it. */
export interface Signing {
  /** What was put before the camat last, unless it was sent back. */
  submission: { id: string; place: number; fingerprint: string; at: number; by: By } | null;
  /** The invited villages, and those that answered while they were. Behind masks all of them. */
  answers: VillageWord[];
  signOff: {
    place: number;
    fingerprint: string;
    at: number;
    by: By;
    position: string | null;
    office: string | null;
  } | null;
  /** Why it was sent back, while it is. */
  returned: { reason: string; at: number; by: By } | null;
  corrects: OtherDocument | null;
  correctedBy: OtherDocument | null;
  may: {
    submit: boolean;
    answer: boolean;
    sign: boolean;
    sendBack: boolean;
    publish: boolean;
    withdrawPublication: boolean;
    correct: boolean;
    download: boolean;
  };
}

/** Null for whom the history names villages alone. */
export type By = ShownPerson | null;

export interface VillageWord {
  village: ShownVillage;
  /** Null: none yet. */
  answer: VillageAnswerKind | null;
  reason: string;
  at: number | null;
  by: By;
  /** Whether it is the reader's own village. */
  isOwn: boolean;
}

export interface OtherDocument {
  id: string;
  title: string;
  status: DocumentStatus;
}

interface Entered {
  document: DocumentRow;
  forum: ForumRow;
  actor: Actor;
  roomPerson: { unmasks: boolean };
}

export async function readSigning(env: Env, entered: Entered): Promise<Signing> {
  const db = openDatabase(env);
  const { document, actor } = entered;
  const [submissions, others] = await db.batch([
    selectSubmissions(db, document.id),
    selectCorrections(db, document),
  ]);
  const [last] = submissions;
  const seen = others.filter((other) => can(actor, "document.see", other));
  const submission =
    last && isBeforeCamat(document.status) && last.returnedAt === null ? last : null;
  const stood = await readSubmission(env, db, entered, last ?? null, submission);
  return {
    ...stood,
    corrects: shownOther(seen.find(({ id }) => id === document.correctsDocumentId)),
    correctedBy: shownOther(
      seen.findLast(({ correctsDocumentId }) => correctsDocumentId === document.id),
    ),
    may: mayOf(entered, submission, others),
  };
}

type Stood = Pick<Signing, "submission" | "answers" | "signOff" | "returned">;

async function readSubmission(
  env: Env,
  db: Database,
  entered: Entered,
  last: SubmissionHead | null,
  current: SubmissionHead | null,
): Promise<Stood> {
  const { document, actor, roomPerson } = entered;
  if (last === null) return { submission: null, answers: [], signOff: null, returned: null };
  const [answers, [signOff]] = await db.batch([
    selectAnswers(db, last.id),
    selectSignOff(db, last.id),
  ]);
  const people = [...answers.map(({ personId }) => personId), last.submittedByPersonId];
  if (signOff) people.push(signOff.personId);
  if (last.returnedByPersonId !== null) people.push(last.returnedByPersonId);
  const names = await ThreadNames.load(env, db, entered, [...new Set(people)]);
  const by = (personId: string | null): By =>
    personId !== null && can(actor, "history.names", document)
      ? names.person(roomPerson, personId)
      : null;
  // A list without a village that was removed would tell whose mask is missing.
  const invited = document.isUnnamed ? names.villageIds : names.invited;
  const villageIds = [...new Set([...invited, ...answers.map((each) => each.villageId)])];
  const words = villageIds.flatMap((villageId): VillageWord[] => {
    const [village] = names.mentioned(roomPerson, {
      villageIds: [villageId],
      personIds: [],
    }).villages;
    const answer = answers.find((each) => each.villageId === villageId);
    if (!village) return [];
    return [
      {
        village,
        answer: answer?.answer ?? null,
        reason: answer?.reason ?? "",
        at: answer?.at ?? null,
        by: by(answer?.personId ?? null),
        isOwn: villageId === actor.villageId,
      },
    ];
  });
  const isReturned = document.status === "returned" && last.returnedAt !== null;
  return {
    submission: current && {
      ...{ id: current.id, place: current.place, fingerprint: current.fingerprint, at: current.at },
      by: by(current.submittedByPersonId),
    },
    answers: current ? inShownOrder(words) : [],
    signOff:
      current && signOff
        ? {
            ...{ place: signOff.place, fingerprint: signOff.fingerprint, at: signOff.at },
            by: by(signOff.personId),
            position: roomPerson.unmasks ? signOff.position : null,
            office: roomPerson.unmasks ? signOff.office : null,
          }
        : null,
    returned:
      isReturned && last.returnedAt !== null
        ? {
            reason: last.returnReason ?? "",
            at: last.returnedAt,
            by: by(last.returnedByPersonId),
          }
        : null,
  };
}

/** Behind masks the order of the invitation would say who it is: by their numbers. */
function inShownOrder(words: VillageWord[]): VillageWord[] {
  const numberOf = ({ village }: VillageWord) => ("number" in village ? village.number : 0);
  return words.toSorted((a, b) => numberOf(a) - numberOf(b));
}

function mayOf(
  { document, actor }: Entered,
  submission: SubmissionHead | null,
  others: readonly { correctsDocumentId: string | null; status: DocumentStatus }[],
): Signing["may"] {
  const isCorrected = others.some(
    ({ correctsDocumentId, status }) =>
      correctsDocumentId === document.id && status !== "withdrawn",
  );
  const { status } = document;
  return {
    submit: mayMove(actor, document, "submitted"),
    answer:
      submission !== null && actor.villageId !== null && can(actor, "document.confirm", document),
    sign: submission !== null && status === "submitted" && mayMove(actor, document, "signed"),
    sendBack: mayMove(actor, document, "returned"),
    publish: mayMove(actor, document, "published"),
    withdrawPublication: status === "published" && mayMove(actor, document, "signed"),
    correct: !isCorrected && can(actor, "document.correct", document),
    download: submission !== null && can(actor, "document.export", document),
  };
}

function shownOther(other: OtherDocument | undefined): OtherDocument | null {
  return other ? { id: other.id, title: other.title, status: other.status } : null;
}
