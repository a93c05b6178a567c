import { eq, sql } from "drizzle-orm";
import type { ProgramStage } from "../../domain/evidence/evidence-lists.ts";
import type { StageDays } from "../../domain/evidence/stage-state.ts";
import { programStageDays } from "./evidence-schema.ts";
import type { Database } from "./open.ts";

export type StageRow = { stage: ProgramStage } & StageDays;

/** Those for which a day was said, in no order. */
export function selectStageDays(db: Database, districtId: string): Promise<StageRow[]> {
  return db
    .select({
      stage: programStageDays.stage,
      plannedOn: programStageDays.plannedOn,
      begunOn: programStageDays.begunOn,
      doneOn: programStageDays.doneOn,
    })
    .from(programStageDays)
    .where(eq(programStageDays.districtId, districtId));
}

/** Changes nothing where the days are no longer `from`. */
export function replaceStageDays(
  db: Database,
  districtId: string,
  stage: ProgramStage,
  from: StageDays,
  to: StageDays,
) {
  return db
    .insert(programStageDays)
    .values({ districtId, stage, ...to })
    .onConflictDoUpdate({
      target: [programStageDays.districtId, programStageDays.stage],
      set: to,
      setWhere: sql`${programStageDays.plannedOn} is ${from.plannedOn}
        and ${programStageDays.begunOn} is ${from.begunOn}
        and ${programStageDays.doneOn} is ${from.doneOn}`,
    });
}
