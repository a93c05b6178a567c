import type { RefusalName } from "../../party/close-codes.ts";

/**
 * What becomes of unsaved words when the room sends their author away. `recover`: the room will
 * not take them as they are, so they leave the journal and are shown to be copied. `wait`: nothing
 * is wrong with them, they stay in the journal and are sent when the person is back.
 */
const fates = {
  storageFailed: "wait",
  notSignedIn: "wait",
  schemaTooOld: "wait",
  tooFast: "wait",
  noAccess: "recover",
  readOnly: "recover",
  closedContainer: "recover",
  foreignAuthor: "recover",
  tooLarge: "recover",
  malformed: "recover",
  unfounded: "recover",
} satisfies Record<RefusalName, "wait" | "recover">;

export function fateOfUnsaved(refusal: RefusalName): "wait" | "recover" {
  return fates[refusal];
}
