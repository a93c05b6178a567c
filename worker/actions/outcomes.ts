import { outcomeStatuses } from "../../domain/outcomes.ts";
import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import type { Theme } from "../../domain/statuses.ts";
import { unmasks } from "../../party/masks/unmasking.ts";
import type { VillageBadge } from "../../party/room-person.ts";
import { placesIn } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import {
  findOutcome,
  type Outcome,
  selectApplying,
  selectAskedAgain,
  selectCasesNear,
} from "../db/outcomes.ts";
import { selectAgreementsOfForum } from "../db/register.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf, districtsOf } from "./actor.ts";
import { enterDocument } from "./documents.ts";

export interface OutcomeCard {
  documentId: string;
  title: string;
  theme: Theme;
  forumTitle: string;
  /** Null while it is not written. */
  learnt: string | null;
  /** How many villages apply it. */
  applying: number;
}

export interface OutcomeList {
  outcomes: OutcomeCard[];
  /** The cases whose sheet this person may write and nobody has. */
  toWrite: OutcomeCard[];
}

/** The sheets of the cases that one may see. */
export async function readOutcomes(env: Env, me: SignedIn): Promise<OutcomeList> {
  const db = openDatabase(env);
  const rows = await selectCasesNear(db, me.person.id, districtsOf(me));
  const seen = seenCases(me, rows);
  const applying = await selectApplying(
    db,
    seen.flatMap(({ document, outcome }) => (outcome ? [document.id] : [])),
  );
  const cards = seen.map(({ document, forum, outcome, actor }) => ({
    card: {
      documentId: document.id,
      title: document.title,
      theme: document.theme,
      forumTitle: forum.title,
      learnt: outcome?.learnt ?? null,
      applying: applying.filter(({ documentId }) => documentId === document.id).length,
    },
    mayWrite: can(actor, "outcome.write", document) && outcomeStatuses.includes(document.status),
  }));
  return {
    outcomes: cards.flatMap(({ card }) => (card.learnt === null ? [] : [card])),
    toWrite: cards.flatMap(({ card, mayWrite }) =>
      card.learnt === null && mayWrite ? [card] : [],
    ),
  };
}

type CaseRow = Awaited<ReturnType<typeof selectCasesNear>>[number];

function seenCases(me: SignedIn, rows: readonly CaseRow[]) {
  return [...Map.groupBy(rows, ({ document }) => document.id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const actor = actorOf(me, first.forum, placesIn(own));
    return can(actor, "document.see", first.document) ? [{ ...first, actor }] : [];
  });
}

/** A sheet that waits for this person to say what came of it. */
export interface AskedAgain {
  documentId: string;
  title: string;
}

/** What is asked of facilitators, minute-takers and villages after three months. */
export async function readAskedAgain(env: Env, me: SignedIn, now: number): Promise<AskedAgain[]> {
  const db = openDatabase(env);
  const rows = await selectAskedAgain(db, me.person.id, districtsOf(me), now);
  const seen = seenCases(me, rows);
  if (seen.length === 0) return [];
  const applying = await selectApplying(
    db,
    seen.map(({ document }) => document.id),
  );
  return seen.flatMap(({ document, outcome, actor }) => {
    const asksKeeper = outcome?.result === null && can(actor, "outcome.write", document);
    const asksVillage =
      can(actor, "outcome.apply", document) &&
      applying.some(
        ({ documentId, village, result }) =>
          documentId === document.id && village.id === actor.villageId && result === null,
      );
    return asksKeeper || asksVillage ? [{ documentId: document.id, title: document.title }] : [];
  });
}

interface Applying {
  village: VillageBadge;
  result: string | null;
  isOwn: boolean;
}

export interface OutcomePage {
  document: { id: string; title: string; theme: Theme; isUnnamed: boolean };
  forum: { id: string; title: string };
  outcome:
    | (Pick<Outcome, "learnt" | "decision" | "changedAt" | "askAgainAt" | "result"> & {
        agreement: Agreement | null;
      })
    | null;
  /** Among which its agreement is chosen, for who may write it. */
  agreements: Agreement[];
  /** In an unnamed case only one's own, but for its facilitators. */
  applying: Applying[];
  applyingCount: number;
  may: { write: boolean; apply: boolean };
  /** Whether it is time to say what came of it. */
  isAskedAgain: boolean;
}

export interface Agreement {
  documentId: string;
  nodeId: string;
  text: string;
}

/** @throws notFound, also for a case that may not be seen */
export async function readOutcome(
  env: Env,
  me: SignedIn,
  documentId: string,
  now: number,
): Promise<OutcomePage> {
  const db = openDatabase(env);
  const { document, forum, actor } = await enterDocument(env, me, documentId);
  if (document.kind !== "case") throw notFound();
  const outcome = await findOutcome(db, documentId);
  const applying = await selectApplying(db, [documentId]);
  const rows = await selectAgreementsOfForum(db, forum.id);
  const agreements = rows
    .filter((row) => can(actor, "document.see", row.document))
    .map((row) => ({ documentId: row.document.id, nodeId: row.nodeId, text: row.text }));
  const isNamed = unmasks(actor, document);
  const isWritable = outcomeStatuses.includes(document.status);
  const mayWrite = can(actor, "outcome.write", document) && isWritable;
  return {
    document: {
      id: document.id,
      title: document.title,
      theme: document.theme,
      isUnnamed: document.isUnnamed,
    },
    forum: { id: forum.id, title: forum.title },
    outcome: outcome && {
      learnt: outcome.learnt,
      decision: outcome.decision,
      changedAt: outcome.changedAt,
      askAgainAt: outcome.askAgainAt,
      result: outcome.result,
      agreement:
        agreements.find(
          (each) =>
            each.documentId === outcome.agreementDocumentId &&
            each.nodeId === outcome.agreementNodeId,
        ) ?? null,
    },
    agreements: mayWrite ? agreements : [],
    applying: applying
      .map(({ village, result }) => ({
        ...{ village, result },
        isOwn: village.id === actor.villageId,
      }))
      .filter(({ isOwn }) => isNamed || isOwn),
    applyingCount: applying.length,
    may: {
      write: mayWrite,
      apply: outcome !== null && can(actor, "outcome.apply", document) && actor.villageId !== null,
    },
    isAskedAgain: outcome !== null && outcome.askAgainAt <= now,
  };
}
