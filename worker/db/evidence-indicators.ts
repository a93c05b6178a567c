import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { evidenceIndicators } from "./evidence-schema.ts";
import type { Database } from "./open.ts";

export type IndicatorRow = typeof evidenceIndicators.$inferSelect;

export interface IndicatorFields
  extends Pick<
    IndicatorRow,
    | "number"
    | "name"
    | "level3"
    | "level2"
    | "level1"
    | "proof"
    | "systemNumber"
    | "status"
    | "level"
    | "note"
  > {}

export type IndicatorChanges = {
  [Name in keyof IndicatorFields]?: IndicatorFields[Name] | undefined;
};

/** Also those that were taken off the list. */
export function selectIndicators(db: Database, districtId: string): Promise<IndicatorRow[]> {
  return db
    .select()
    .from(evidenceIndicators)
    .where(eq(evidenceIndicators.districtId, districtId))
    .orderBy(asc(evidenceIndicators.position), asc(evidenceIndicators.id));
}

/** Also one that was taken off the list. */
export async function findIndicator(
  db: Database,
  districtId: string,
  id: string,
): Promise<IndicatorRow | null> {
  const [row] = await db.select().from(evidenceIndicators).where(isIndicator(districtId, id));
  return row ?? null;
}

/** Behind the others. */
export function insertIndicator(
  db: Database,
  row: Pick<IndicatorRow, "id" | "districtId"> & IndicatorFields,
) {
  return db.insert(evidenceIndicators).values({ ...row, position: lastPlace(row.districtId) });
}

/** Only where each field is still as the sender saw it. */
export function updateIndicator(
  db: Database,
  { districtId, id }: { districtId: string; id: string },
  changes: IndicatorChanges,
  basedOn: IndicatorChanges,
) {
  const names = Object.keys(changes) as (keyof IndicatorFields)[];
  return db
    .update(evidenceIndicators)
    .set(changes)
    .where(
      and(
        isIndicator(districtId, id),
        isNull(evidenceIndicators.removedAt),
        ...names.map((name) => sql`${evidenceIndicators[name]} is ${basedOn[name] ?? null}`),
      ),
    );
}

/** Off the list at `removedAt`, or back at its end where that is null; once. */
export function moveIndicator(
  db: Database,
  { districtId, id }: { districtId: string; id: string },
  removedAt: number | null,
) {
  return db
    .update(evidenceIndicators)
    .set({ removedAt, ...(removedAt === null ? { position: lastPlace(districtId) } : {}) })
    .where(
      and(
        isIndicator(districtId, id),
        removedAt === null
          ? sql`${evidenceIndicators.removedAt} is not null`
          : isNull(evidenceIndicators.removedAt),
      ),
    );
}

/** Only where the indicators still stand as the sender saw them. */
export function orderIndicators(
  db: Database,
  districtId: string,
  ids: readonly string[],
  basedOn: readonly string[],
) {
  const now = sql`(select json_group_array(id) from (
    select id from evidence_indicators where district_id = ${districtId} and removed_at is null
    order by position, id))`;
  return db
    .update(evidenceIndicators)
    .set({
      position: sql`(select key from json_each(${JSON.stringify(ids)}) where value = ${evidenceIndicators.id})`,
    })
    .where(
      and(
        eq(evidenceIndicators.districtId, districtId),
        isNull(evidenceIndicators.removedAt),
        sql`${now} = json(${JSON.stringify(basedOn)})`,
      ),
    );
}

function isIndicator(districtId: string, id: string) {
  return and(eq(evidenceIndicators.districtId, districtId), eq(evidenceIndicators.id, id));
}

function lastPlace(districtId: string) {
  return sql<number>`(select coalesce(max(position), -1) + 1 from evidence_indicators
    where district_id = ${districtId})`;
}
