import { invalidField } from "../../domain/refusals.ts";

/** Whose the thing of an id is: the asking person's, or somebody else's; null where there is none. */
export type Owner = "own" | "foreign" | null;

/**
 * Makes a thing whose id its browser made up, once: sent a second time, after an answer that was lost
 * or by a second press, it is what was made the first time.
 * @throws invalidField where the id is somebody else's
 */
export async function makeOnce(
  ownerOf: () => Promise<Owner>,
  make: () => Promise<unknown>,
): Promise<void> {
  const known = await ownerOf();
  if (known === "foreign") throw invalidField("id");
  if (known === "own") return;
  try {
    await make();
  } catch (error) {
    // The same once more came in between.
    if (!isKnownId(error) || (await ownerOf()) !== "own") throw error;
  }
}

/** @param personId who made it, where it was found; undefined where nothing has the id */
export function ownerIs(personId: string | null | undefined, asking: string): Owner {
  if (personId === undefined) return null;
  return personId === asking ? "own" : "foreign";
}

/** Whether a row of this id is there already. */
export function isKnownId(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed/.test(cause.message)) return true;
  }
  return false;
}
