import { logBug } from "../worker/log-bug.ts";

/** Whether it did. What a method of a room throws is logged by the runtime, with a statement's values. */
export async function hasWorked(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    logBug(error);
    return false;
  }
}
