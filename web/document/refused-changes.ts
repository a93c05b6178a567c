import type { RefusalName } from "../../party/close-codes.ts";

/**
 * What becomes of unsaved words when the room sends their author away. `recover`: the room will
 * not take them as they are, so they leave the journal and are shown to be copied. `wait`: nothing
 * is wrong with them, they stay in the journal and are sent when the person is back.
 */
const fates = {
  storageFailed: "wait",
  silent: "wait",
  notSignedIn: "wait",
  schemaTooOld: "wait",
  tooFast: "wait",
  roomFull: "wait",
  noAccess: "recover",
  readOnly: "recover",
  frozen: "recover",
  documentFull: "recover",
  closedContainer: "recover",
  foreignAuthor: "recover",
  tooLarge: "recover",
  malformed: "recover",
  unfounded: "recover",
} satisfies Record<RefusalName, "wait" | "recover">;

export function fateOfUnsaved(refusal: RefusalName): "wait" | "recover" {
  return fates[refusal];
}

/** Whether the person reads the room's words meanwhile, without an editor (R8). */
export function readsInstead(refusal: RefusalName | null): boolean {
  return refusal === "roomFull" || refusal === "schemaTooOld";
}
