import { asc, eq } from "drizzle-orm";
import type { ReadFollowUp } from "../../domain/document/follow-up-words.ts";
import { openDatabase } from "./open.ts";
import { documents, forumVillages, villages } from "./schema.ts";

/** A container's words with its id in the document, in the order in which they stand there. */
export interface ProjectedAgreement {
  nodeId: string;
  text: string;
}
export type ProjectedFollowUp = ReadFollowUp & { nodeId: string };

export interface ProjectedRows {
  agreements: readonly ProjectedAgreement[];
  followUps: readonly ProjectedFollowUp[];
  citations: readonly string[];
}

/** How far the register is, and whose names its words may hold; null where there is no document. */
export async function findProjection(d1: D1Database, documentId: string) {
  const db = openDatabase({ DB: d1 });
  const rows = await db
    .select({
      projectedPlace: documents.projectedPlace,
      isUnnamed: documents.isUnnamed,
      village: { id: villages.id, name: villages.name },
    })
    .from(documents)
    .leftJoin(forumVillages, eq(forumVillages.forumId, documents.forumId))
    .leftJoin(villages, eq(villages.id, forumVillages.villageId))
    .where(eq(documents.id, documentId))
    .orderBy(asc(forumVillages.position));
  const [first] = rows;
  if (first === undefined) return null;
  return {
    projectedPlace: first.projectedPlace,
    isUnnamed: first.isUnnamed,
    villages: rows.flatMap(({ village }) => village ?? []),
  };
}

/** Whoever comes with words of an earlier place changes nothing. */
const isNotBehind = "(SELECT projected_place FROM documents WHERE id = ?1) <= ?2";

const saysAgreement = `
  INSERT INTO agreements (document_id, node_id, position, text, place, is_gone)
  SELECT ?1, value ->> 'nodeId', key, value ->> 'text', ?2, 0 FROM json_each(?3)
  WHERE ${isNotBehind}
  ON CONFLICT (document_id, node_id) DO UPDATE
  SET position = excluded.position, text = excluded.text, place = excluded.place, is_gone = 0
  WHERE (agreements.position, agreements.text, agreements.is_gone)
    IS NOT (excluded.position, excluded.text, 0)`;

/**
 * The rows that stand for the same promise at later due dates take its words, but keep their dates.
 * A village that was found stays while its words do, also when it is invited no more.
 */
const changesFollowUps = `
  WITH said AS (
    SELECT value ->> 'nodeId' AS node_id, key AS position, value ->> 'activity' AS activity,
      value ->> 'responsible' AS responsible, value ->> 'villageText' AS village_text,
      value ->> 'villageId' AS village_id, value ->> 'dueText' AS due_text,
      value ->> 'dueDate' AS due_date, value ->> 'output' AS output
    FROM json_each(?3)
  ), next AS (
    SELECT old.id, said.node_id, said.position, said.activity, said.responsible,
      said.village_text, said.output,
      CASE WHEN said.village_id IS NULL AND said.village_text = old.village_text
        THEN old.village_id ELSE said.village_id END AS village_id,
      CASE WHEN old.replaces_id IS NULL THEN said.due_text ELSE old.due_text END AS due_text,
      CASE WHEN old.replaces_id IS NULL THEN said.due_date ELSE old.due_date END AS due_date
    FROM said JOIN follow_ups AS old ON old.document_id = ?1 AND old.node_id = said.node_id
  )
  UPDATE follow_ups SET position = next.position, activity = next.activity,
    responsible = next.responsible, village_text = next.village_text,
    village_id = next.village_id, due_text = next.due_text, due_date = next.due_date,
    output = next.output, place = ?2, is_gone = 0
  FROM next
  WHERE follow_ups.id = next.id AND ${isNotBehind}
    AND (follow_ups.position, follow_ups.activity, follow_ups.responsible,
      follow_ups.village_text, follow_ups.village_id, follow_ups.due_text, follow_ups.due_date,
      follow_ups.output, follow_ups.is_gone)
    IS NOT (next.position, next.activity, next.responsible, next.village_text, next.village_id,
      next.due_text, next.due_date, next.output, 0)`;

const addsFollowUps = `
  INSERT INTO follow_ups (id, document_id, node_id, position, activity, responsible,
    village_text, village_id, due_text, due_date, output, place, is_gone, status, created_at)
  SELECT value ->> 'id', ?1, value ->> 'nodeId', key, value ->> 'activity',
    value ->> 'responsible', value ->> 'villageText', value ->> 'villageId',
    value ->> 'dueText', value ->> 'dueDate', value ->> 'output', ?2, 0, 'notStarted', ?4
  FROM json_each(?3)
  WHERE ${isNotBehind} AND NOT EXISTS (
    SELECT 1 FROM follow_ups WHERE document_id = ?1 AND node_id = value ->> 'nodeId')`;

const removesFrom = (table: "agreements" | "follow_ups") => `
  UPDATE ${table} SET is_gone = 1, place = ?2
  WHERE document_id = ?1 AND is_gone = 0 AND ${isNotBehind}
    AND node_id NOT IN (SELECT value ->> 'nodeId' FROM json_each(?3))`;

/** At most so many of one document, whatever somebody writes into it. */
const maxCitations = 500;

const cites = `
  INSERT OR IGNORE INTO regulation_citations (document_id, regulation_id)
  SELECT ?1, value FROM json_each(?3) WHERE ${isNotBehind}`;

const citesNoMore = `
  DELETE FROM regulation_citations WHERE document_id = ?1 AND ${isNotBehind}
    AND regulation_id NOT IN (SELECT value FROM json_each(?3))`;

const moves = "UPDATE documents SET projected_place = ?2 WHERE id = ?1 AND projected_place < ?2";

/**
 * Brings a document's agreements, follow-ups and citations to what stands in it at `place` of its log, in one
 * transaction: the same again changes nothing, and what is earlier than the register is not taken.
 * Status and reports are never touched.
 * @param now ms since 1970
 */
export async function writeProjection(
  d1: D1Database,
  { documentId, place, now }: { documentId: string; place: number; now: number },
  { agreements, followUps, citations }: ProjectedRows,
): Promise<void> {
  const identified = followUps.map((each) => ({ ...each, id: crypto.randomUUID() }));
  const cited = JSON.stringify(citations.slice(0, maxCitations));
  const [said, promised] = [JSON.stringify(agreements), JSON.stringify(identified)];
  await d1.batch([
    d1.prepare(saysAgreement).bind(documentId, place, said),
    d1.prepare(removesFrom("agreements")).bind(documentId, place, said),
    d1.prepare(changesFollowUps).bind(documentId, place, promised),
    d1.prepare(addsFollowUps).bind(documentId, place, promised, now),
    d1.prepare(removesFrom("follow_ups")).bind(documentId, place, promised),
    d1.prepare(cites).bind(documentId, place, cited),
    d1.prepare(citesNoMore).bind(documentId, place, cited),
    d1.prepare(moves).bind(documentId, place),
  ]);
}
