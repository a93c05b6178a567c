import { maxTitleLength } from "../../domain/forum-plan.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { forumIsOver } from "../../domain/refusals/prepare.ts";
import { changedMeanwhile, invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import type { Theme } from "../../domain/statuses.ts";
import { insertCaseOf, insertDocument, orderDocuments } from "../db/cases.ts";
import { findProposer } from "../db/documents.ts";
import { findForum } from "../db/forums.ts";
import { type Database, openDatabase } from "../db/open.ts";
import { updateCase } from "../db/questions.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { isSameSet } from "./agenda.ts";
import { isToBeHeld } from "./forums.ts";
import { makeOnce, ownerIs } from "./make-once.ts";
import { byWhom, record } from "./record.ts";

interface NewCase {
  id: string;
  forumId: string;
  title: string;
  theme: Theme;
  fiscalYear: number;
  isUnnamed: boolean;
}

/** Puts a case before the forum, as a draft of the proposer's. @throws forumIsOver, invalidField */
export async function proposeCase(
  env: Env,
  me: SignedIn,
  order: NewCase,
  now: number,
): Promise<{ documentId: string }> {
  const db = openDatabase(env);
  const of = { kind: "case" as const, forumId: order.forumId };
  const ownerOf = async () => ownerIs(await findProposer(db, order.id, of), me.person.id);
  await makeOnce(ownerOf, () => insertProposed(db, me, order, { questionId: null, now }));
  return { documentId: order.id };
}

/**
 * @param of the question that it comes from, whose only case it is
 * @returns whether it was written: another one may have come of the question
 * @throws notFound, notAllowed, forumIsOver, invalidField
 */
export async function insertProposed(
  db: Database,
  me: SignedIn,
  { id: documentId, forumId, theme, fiscalYear, isUnnamed, ...order }: NewCase,
  { questionId, now }: { questionId: string | null; now: number },
): Promise<boolean> {
  const { forum, actor } = await findSeen(db, me, forumId);
  if (!can(actor, "case.propose")) throw notAllowed();
  if (!isToBeHeld(forum.status)) throw forumIsOver();
  const title = cleanLine(order.title);
  if (!/\p{L}/u.test(title) || title.length > maxTitleLength) throw invalidField("title");
  const document = {
    ...{ id: documentId, forumId, title, theme, fiscalYear, isUnnamed },
    ...{ kind: "case" as const, status: "draft" as const, createdAt: now },
    proposedByPersonId: me.person.id,
    proposedByVillageId: me.person.village?.id ?? null,
  };
  const answers = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "caseProposed",
        subjectKind: "document",
        subjectId: documentId,
        forumId,
        details: { isUnnamed },
      },
    ],
    now,
    change:
      questionId === null
        ? [insertDocument(db, document)]
        : [insertCaseOf(db, questionId, document), updateCase(db, questionId, documentId)],
    onlyIfChanged: true,
  });
  return Boolean(answers.at(-1)?.meta.changes);
}

/** The order in which a forum's documents are dealt with. @throws changedMeanwhile */
export async function orderCases(
  env: Env,
  me: SignedIn,
  order: { forumId: string; documentIds: readonly string[]; basedOn: readonly string[] },
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { forumId, documentIds, basedOn } = order;
  const { forum, actor } = await findSeen(db, me, forumId);
  if (!can(actor, "case.sort")) throw notAllowed();
  if (!isSameSet(documentIds, basedOn)) throw invalidField("documentIds");
  const [changed] = await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "casesSorted",
        subjectKind: "forum",
        subjectId: forumId,
        forumId,
      },
    ],
    now,
    change: [orderDocuments(db, forumId, documentIds, basedOn)],
    onlyIfChanged: true,
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

async function findSeen(db: Database, me: SignedIn, forumId: string) {
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const actor = actorOf(me, found.forum, found.ownRoles);
  if (!can(actor, "forum.see", found.forum)) throw notFound();
  return { forum: found.forum, actor };
}
