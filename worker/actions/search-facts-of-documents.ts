import { followUpState } from "../../domain/follow-ups.ts";
import { type Actor, can } from "../../domain/permissions.ts";
import type { SearchedKind } from "../../domain/search/searched-kinds.ts";
import { unmasks } from "../../party/masks/unmasking.ts";
import { selectFollowUps } from "../db/follow-ups.ts";
import { placesIn } from "../db/forums.ts";
import type { Database } from "../db/open.ts";
import {
  selectAgreementsOfHits,
  selectDocumentsOfHits,
  selectOutcomesOfHits,
  selectThreadsOfHits,
} from "../db/search-hits.ts";
import type { SignedIn } from "../db/sessions.ts";
import { actorOf } from "./actor.ts";
import { type FactsByRef, type HitFacts, noFacts } from "./search-hit.ts";
import { seeFollowUps } from "./seen-follow-ups.ts";

type Row = Awaited<ReturnType<typeof selectDocumentsOfHits>>[number];
type Seen = ReadonlyMap<string, Row & { actor: Actor }>;
type IdsOf = (kind: SearchedKind) => string[];

/** Of these documents those that the person may see, by their ids. */
export async function seeDocuments(
  db: Database,
  me: SignedIn,
  documentIds: readonly string[],
): Promise<Seen> {
  if (documentIds.length === 0) return new Map();
  const rows = await selectDocumentsOfHits(db, me.person.id, documentIds);
  return new Map(
    [...Map.groupBy(rows, ({ document }) => document.id)].flatMap(([id, own]) => {
      const [first] = own;
      if (first === undefined || first.moduleRemovedAt !== null) return [];
      const actor = actorOf(me, first.forum, placesIn(own));
      return can(actor, "document.see", first.document) ? [[id, { ...first, actor }]] : [];
    }),
  );
}

/** Documents, and what belongs to one. */
export async function factsInDocuments(
  db: Database,
  me: SignedIn,
  seen: Seen,
  idsOf: IdsOf,
): Promise<FactsByRef> {
  const documents = idsOf("document").flatMap((id) => {
    const row = seen.get(id);
    return row ? [[`document:${id}`, documentFacts(row)] as const] : [];
  });
  return [
    ...documents,
    ...(await outcomesOf(db, seen, idsOf("outcome"))),
    ...(await threadsOf(db, seen, idsOf("thread"))),
    ...(await agreementsOf(db, seen, idsOf("agreement"))),
    ...(await followUpsOf(db, me, idsOf("followUp"))),
  ];
}

function documentFacts({
  document,
  forum,
  proposedBy,
  moduleStatus,
  actor,
}: Row & { actor: Actor }) {
  const { id, kind, theme, fiscalYear: year, status } = document;
  return {
    ...{ ...noFacts, kind, id, theme, year, status, moduleStatus },
    forum: kind === "module" ? null : { id: forum.id, title: forum.title },
    village: unmasks(actor, document) ? proposedBy : null,
  };
}

/** What is told of a thing because of the document that it stands in. */
function inDocument(row: Row & { actor: Actor }): Omit<HitFacts, "kind" | "id"> {
  const { id, title } = row.document;
  return { ...documentFacts(row), moduleStatus: null, village: null, document: { id, title } };
}

async function outcomesOf(db: Database, seen: Seen, ids: string[]): Promise<FactsByRef> {
  if (ids.length === 0) return [];
  const rows = await selectOutcomesOfHits(db, ids);
  return rows.flatMap(({ documentId: id }) => {
    const row = seen.get(id);
    if (row?.document.kind !== "case") return [];
    return [[`outcome:${id}`, { ...inDocument(row), kind: "outcome", id }] as const];
  });
}

async function threadsOf(db: Database, seen: Seen, ids: string[]): Promise<FactsByRef> {
  if (ids.length === 0) return [];
  const rows = await selectThreadsOfHits(db, ids);
  return rows.flatMap(({ id, documentId, threadKind, containerId, village, ...thread }) => {
    const row = seen.get(documentId);
    if (!row || thread.removedAt !== null || thread.placement === "placing") return [];
    const facts: HitFacts = {
      ...{ ...inDocument(row), kind: "thread", id, threadKind, nodeId: containerId },
      village: unmasks(row.actor, row.document) ? village : null,
    };
    return [[`thread:${id}`, facts] as const];
  });
}

async function agreementsOf(db: Database, seen: Seen, ids: string[]): Promise<FactsByRef> {
  if (ids.length === 0) return [];
  const rows = await selectAgreementsOfHits(db, ids);
  return rows.flatMap(({ documentId, nodeId }) => {
    const row = seen.get(documentId);
    if (!row || row.document.status === "withdrawn") return [];
    const id = `${documentId}:${nodeId}`;
    const facts: HitFacts = { ...inDocument(row), kind: "agreement", id, nodeId };
    return [[`agreement:${id}`, facts] as const];
  });
}

async function followUpsOf(db: Database, me: SignedIn, ids: string[]): Promise<FactsByRef> {
  if (ids.length === 0) return [];
  const now = Date.now();
  const all = await seeFollowUps(db, me, await selectFollowUps(db, ids));
  return all.flatMap(({ first, head, isGone, document, forum, maySeeDocument, ...each }) => {
    if (isGone) return [];
    const { id, nodeId } = first;
    const [carrier] = each.carriers;
    const facts: HitFacts = {
      ...{ ...noFacts, kind: "followUp", id, village: each.village },
      ...{ theme: document.theme, year: document.fiscalYear },
      followUpState: followUpState(head, now),
      ...(maySeeDocument
        ? { nodeId, document: { id: document.id, title: document.title } }
        : { document: null }),
      forum: each.maySeeForum ? { id: forum.id, title: forum.title } : (carrier ?? null),
    };
    return [[`followUp:${id}`, facts] as const];
  });
}
