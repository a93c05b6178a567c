import type { RefusalName } from "../../party/close-codes.ts";

/**
 * What becomes of unsaved words when the room sends their author away. `recover`: the room will
 * not take them as they are, so they leave the journal and are shown to be copied. `wait`: nothing
 * is wrong with them, they stay in the journal and are sent when the person is back.
 */
const fates = {
  storageFailed: "wait",
  silent: "wait",
  rightsChanged: "wait",
  redacted: "wait",
  notSignedIn: "wait",
  schemaTooOld: "wait",
  tooFast: "wait",
  roomFull: "wait",
  tooManyTabs: "wait",
  noAccess: "recover",
  readOnly: "recover",
  frozen: "recover",
  documentFull: "recover",
  closedContainer: "recover",
  sectionLocked: "recover",
  foreignAuthor: "recover",
  tooLarge: "recover",
  malformed: "recover",
  unfounded: "recover",
} satisfies Record<RefusalName, "wait" | "recover">;

export function fateOfUnsaved(refusal: RefusalName): "wait" | "recover" {
  return fates[refusal];
}

/** Whether it is a matter of places in the room, and nobody's fault. */
export function isCalm(refusal: RefusalName): boolean {
  return refusal === "roomFull" || refusal === "tooManyTabs";
}

/** Whether the person reads the room's words meanwhile, without an editor (R8). */
export function readsInstead(refusal: RefusalName | null): boolean {
  return refusal === "schemaTooOld" || (refusal !== null && isCalm(refusal));
}

/**
 * Whether the person goes on without being asked: as a reader, or elsewhere in the document. The
 * words that were not taken are set aside for them.
 */
export function goesOn(refusal: RefusalName): boolean {
  return makesReader(refusal) || refusal === "sectionLocked";
}

/** Whether it says no more than that this person reads now. */
export function makesReader(refusal: RefusalName): boolean {
  return refusal === "readOnly" || refusal === "frozen";
}
