import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { type AuditRow, chainStart } from "../../domain/audit.ts";
import type { Database } from "./open.ts";
import { auditLog } from "./schema.ts";

/** The last row of a district's chain: what the next one follows. */
export async function findChainHead(
  db: Database,
  districtId: string,
): Promise<{ seq: number; hash: string }> {
  const [head] = await db
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .where(eq(auditLog.districtId, districtId))
    .orderBy(desc(auditLog.seq))
    .limit(1);
  return head ?? { seq: 0, hash: chainStart(districtId) };
}

/**
 * Rows that follow each other, in one statement whatever their number: D1 binds 100 values at most.
 * @param onlyIfChanged whether they are written only when the statement before changed something
 */
export function insertAuditRows(db: Database, rows: readonly AuditRow[], onlyIfChanged: boolean) {
  const row = (name: keyof AuditRow) => sql.raw(`value ->> '$.${name}'`);
  return db.insert(auditLog).select(sql`
    select ${row("districtId")}, ${row("seq")}, ${row("at")}, ${row("personId")}, ${row("roles")},
      ${row("action")}, ${row("subjectKind")}, ${row("subjectId")}, ${row("forumId")},
      ${row("details")}, ${row("previousHash")}, ${row("hash")}
    from json_each(${JSON.stringify(rows)})
    where ${onlyIfChanged ? sql`changes() > 0` : sql`true`}
  `);
}

/** Rows in the order of the chain, after one of them. */
export function selectChainAfter(db: Database, districtId: string, after: number, limit: number) {
  return db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.districtId, districtId), gt(auditLog.seq, after)))
    .orderBy(asc(auditLog.seq))
    .limit(limit);
}
