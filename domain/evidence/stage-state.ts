/** The days of a stage of the programme, as YYYY-MM-DD in WIB; null where none was said. */
export interface StageDays {
  plannedOn: string | null;
  begunOn: string | null;
  doneOn: string | null;
}

export type StageState = "unplanned" | "planned" | "late" | "begun" | "done";

/** How a stage stands on `today` (YYYY-MM-DD, in WIB). A day that is still to come is no proof. */
export function stageState({ plannedOn, begunOn, doneOn }: StageDays, today: string): StageState {
  if (doneOn !== null && doneOn <= today) return "done";
  if (begunOn !== null && begunOn <= today) return "begun";
  if (plannedOn === null) return "unplanned";
  return plannedOn < today ? "late" : "planned";
}

/** Whether a stage's days can be true: nothing is done before it has begun. */
export function areInOrder({ begunOn, doneOn }: StageDays): boolean {
  return doneOn === null || (begunOn !== null && begunOn <= doneOn);
}
