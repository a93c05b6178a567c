import { daysLeft, type FollowUpState, followUpState } from "../../domain/follow-ups.ts";
import type { DocumentKind, FollowUpStatus } from "../../domain/statuses.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { selectReports } from "../db/follow-up-history.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { type FollowUpEvent, historyOf } from "./follow-up-history.ts";
import type { SeenFollowUp } from "./seen-follow-ups.ts";

/** A follow-up as lists of the register show it. */
export interface FollowUpCard {
  /** Of the row that holds now: whoever moves its day says from which. */
  id: string;
  activity: string;
  responsible: string;
  output: string;
  /** Null where none was found, or where it is masked. */
  village: VillageBadge | null;
  /** The village as it was written, where none was found for it. */
  villageText: string;
  /** Of an unnamed case: what is passed on of it names no village, whoever passes it on. */
  isUnnamed: boolean;
  status: FollowUpStatus;
  /** By the server's clock. */
  state: FollowUpState;
  /** YYYY-MM-DD, in WIB; null where no day was understood from `dueText`. */
  dueDate: string | null;
  dueText: string;
  daysLeft: number | null;
  /** Taken out of its document since. */
  isGone: boolean;
  /** Null for who may not see it; `nodeId` is its place in it. */
  document: { id: string; nodeId: string; title: string; kind: DocumentKind } | null;
  forum: { id: string; title: string; startsAt: number } | null;
  mayUpdate: boolean;
  mayPostpone: boolean;
  /** Also whether files are kept here at all. */
  mayAttach: boolean;
  /** From the newest. */
  history: FollowUpEvent[];
}

/** What is gone is shown only where something was reported on it. */
export async function followUpCards(
  env: Env,
  me: SignedIn,
  seen: readonly SeenFollowUp[],
  now: number,
): Promise<FollowUpCard[]> {
  if (seen.length === 0) return [];
  const ids = seen.flatMap(({ first, moves }) => [first.id, ...moves.map(({ id }) => id)]);
  const db = openDatabase(env);
  const reports = Map.groupBy(await selectReports(db, ids), ({ followUpId }) => followUpId);
  return seen.flatMap((each) => {
    const own = [each.first, ...each.moves].flatMap(({ id }) => reports.get(id) ?? []);
    if (each.isGone && own.length === 0) return [];
    return [{ ...cardOf(env, each, now), history: historyOf(me, each, own) }];
  });
}

export function cardOf(
  env: Pick<Env, "FILES">,
  seen: SeenFollowUp,
  now: number,
): Omit<FollowUpCard, "history"> {
  const { first, head, document, forum, village, isGone } = seen;
  const { activity, responsible, output, dueText } = first;
  const { id, status, dueDate } = head;
  const isUnknownVillage = village === null && seen.unmasks;
  return {
    ...{ id, activity, responsible, output, village, status, dueDate, dueText, isGone },
    villageText: isUnknownVillage ? first.villageText : "",
    isUnnamed: document.isUnnamed,
    state: followUpState(head, now),
    daysLeft: dueDate === null ? null : daysLeft(dueDate, now),
    document: seen.maySeeDocument
      ? { id: document.id, nodeId: first.nodeId, title: document.title, kind: document.kind }
      : null,
    forum: seen.maySeeForum ? { id: forum.id, title: forum.title, startsAt: forum.startsAt } : null,
    mayUpdate: seen.updater !== null,
    mayAttach: env.FILES !== undefined && seen.mayAttach,
    mayPostpone: seen.postponer !== null,
  };
}
