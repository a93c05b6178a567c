import type { AuditFact } from "../../domain/audit.ts";
import {
  askAgainAt,
  maxOutcomeDecision,
  maxOutcomeText,
  outcomeStatuses,
} from "../../domain/outcomes.ts";
import { cleanLine } from "../../domain/people-words.ts";
import { can } from "../../domain/permissions.ts";
import { caseNotDrafted, noOutcomeYet } from "../../domain/refusals/outcomes.ts";
import { changedMeanwhile, invalidField, notAllowed, notFound } from "../../domain/refusals.ts";
import { openDatabase } from "../db/open.ts";
import {
  findOutcome,
  insertOutcome,
  markApplying,
  type Result,
  setResult,
  setVillageResult,
  unmarkApplying,
  updateOutcome,
} from "../db/outcomes.ts";
import { selectAgreementsOfForum } from "../db/register.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { enterDocument } from "./documents.ts";
import { byWhom, record } from "./record.ts";

type Entered = Awaited<ReturnType<typeof enterDocument>>;

interface Words {
  documentId: string;
  learnt: string;
  agreement: { documentId: string; nodeId: string } | null;
  decision: string;
  /** The sheet's `changedAt` as the sender saw it; null where there was none. */
  basedOn: number | null;
}

/** @throws notFound, notAllowed, caseNotDrafted, changedMeanwhile, invalidField */
export async function writeOutcome(
  env: Env,
  me: SignedIn,
  order: Words,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { documentId, agreement, basedOn } = order;
  const entered = await enterToWrite(env, me, documentId);
  const learnt = readText(order.learnt, "learnt");
  const decision = cleanLine(order.decision);
  if (decision.length > maxOutcomeDecision) throw invalidField("decision");
  if (agreement !== null) {
    const known = await selectAgreementsOfForum(db, entered.forum.id);
    const isKnown = known.some(
      ({ nodeId, document }) =>
        nodeId === agreement.nodeId &&
        document.id === agreement.documentId &&
        can(entered.actor, "document.see", document),
    );
    if (!isKnown) throw invalidField("agreement");
  }
  const words = {
    learnt,
    decision,
    agreementDocumentId: agreement?.documentId ?? null,
    agreementNodeId: agreement?.nodeId ?? null,
    changedAt: now,
  };
  const [written] = await record(db, {
    facts: [factOf(me, entered, "outcomeWritten")],
    now,
    change: [
      basedOn === null
        ? insertOutcome(db, {
            ...words,
            documentId,
            writtenByPersonId: me.person.id,
            createdAt: now,
            askAgainAt: askAgainAt(now),
          })
        : updateOutcome(db, documentId, words, basedOn),
    ],
    onlyIfChanged: true,
  });
  if (!written?.meta.changes) throw changedMeanwhile();
}

/**
 * What came of it as a whole.
 * @throws notFound, notAllowed, noOutcomeYet, invalidField, changedMeanwhile
 */
export async function giveResult(
  env: Env,
  me: SignedIn,
  order: { documentId: string } & Result,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { documentId, basedOn } = order;
  const entered = await enterToWrite(env, me, documentId);
  const result = readText(order.result, "result");
  if ((await findOutcome(db, documentId)) === null) throw noOutcomeYet();
  const [told] = await record(db, {
    facts: [factOf(me, entered, "outcomeResultGiven")],
    now,
    change: [setResult(db, documentId, { result, basedOn }, now)],
    onlyIfChanged: true,
  });
  if (!told?.meta.changes) throw changedMeanwhile();
}

interface OwnVillage {
  documentId: string;
  /** What came of it there, where that is told as well. */
  result: string | undefined;
  basedOn: string | null;
}

/**
 * One's own village applies it; twice is once.
 * @throws notFound, notAllowed, noOutcomeYet, invalidField, changedMeanwhile
 */
export async function applyOutcome(
  env: Env,
  me: SignedIn,
  { documentId, ...order }: OwnVillage,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { entered, villageId } = await enterToApply(env, me, documentId);
  const result = order.result === undefined ? null : readText(order.result, "result");
  const place = { documentId, villageId };
  const answers = await record(db, {
    facts: [factOf(me, entered, result === null ? "outcomeApplied" : "outcomeResultGiven")],
    now,
    change: [
      markApplying(db, {
        documentId,
        villageId,
        markedByPersonId: me.person.id,
        markedAt: now,
      }),
      ...(result === null
        ? []
        : [setVillageResult(db, place, { result, basedOn: order.basedOn }, now)]),
    ],
    onlyIfChanged: true,
  });
  if (result !== null && !answers.at(-1)?.meta.changes) throw changedMeanwhile();
}

/** Where the village has told what came of it, its mark stays. @throws notFound, notAllowed */
export async function applyNoMore(
  env: Env,
  me: SignedIn,
  documentId: string,
  now: number,
): Promise<void> {
  const db = openDatabase(env);
  const { entered, villageId } = await enterToApply(env, me, documentId);
  await record(db, {
    facts: [factOf(me, entered, "outcomeAppliedNoMore")],
    now,
    change: [unmarkApplying(db, documentId, villageId)],
    onlyIfChanged: true,
  });
}

async function enterToWrite(env: Env, me: SignedIn, documentId: string): Promise<Entered> {
  const entered = await enterDocument(env, me, documentId);
  if (entered.document.kind !== "case") throw notFound();
  if (!can(entered.actor, "outcome.write", entered.document)) throw notAllowed();
  if (!outcomeStatuses.includes(entered.document.status)) throw caseNotDrafted();
  return entered;
}

async function enterToApply(env: Env, me: SignedIn, documentId: string) {
  const entered = await enterDocument(env, me, documentId);
  const { villageId } = entered.actor;
  if (entered.document.kind !== "case") throw notFound();
  if (villageId === null || !can(entered.actor, "outcome.apply", entered.document)) {
    throw notAllowed();
  }
  if ((await findOutcome(openDatabase(env), documentId)) === null) throw noOutcomeYet();
  return { entered, villageId };
}

/** Several lines, each clean; never empty. */
function readText(text: string, field: string): string {
  const clean = text.split("\n").map(cleanLine).join("\n").trim();
  if (clean === "" || clean.length > maxOutcomeText) throw invalidField(field);
  return clean;
}

function factOf(
  me: SignedIn,
  { document, forum, actor }: Entered,
  action: AuditFact["action"],
): AuditFact {
  return {
    ...byWhom(me, forum.districtId),
    roles: actor.roles,
    action,
    subjectKind: "document",
    subjectId: document.id,
    forumId: forum.id,
  };
}
