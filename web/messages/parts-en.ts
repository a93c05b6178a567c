import type { partsId } from "./parts-id.ts";

/** Words of the controls beside the parts of a document. */
export const partsEn: typeof partsId = {
  lockPart: "Lock this part",
  unlockPart: "Unlock",
  lockWhole: "Lock the whole document",
  unlockWhole: "Unlock the whole document",
  lockedPart: "This part is locked while it is discussed.",
  lockedWhole: "The whole document is locked while it is discussed.",
  lockedPartBy: (name, since) => `Locked by ${name} since ${since} while it is discussed.`,
  lockedWholeBy: (name, since) =>
    `The whole document was locked by ${name} at ${since} while it is discussed.`,
  lockedMeanwhile: "Other parts can be written in.",
  chooseVillage: "Choose a village",
  chooseDay: "Choose a day",
  beforeForum: "This due date lies before the forum's day. Check its year.",
  noDay: "This is not read as a day. Example: 31 Desember 2026.",
  noVillage: "This does not name one invited village.",
  dueNow: (day: string) => `Now due ${day}`,
  inRegister: "See its reports",
};
