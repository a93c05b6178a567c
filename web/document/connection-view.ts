import type { RefusalName } from "../../party/close-codes.ts";
import type { LockView } from "../../party/locks/lock-view.ts";
import type { DeviceTrouble, DocumentScope } from "../offline/device-database.ts";
import type { Caret } from "./editor/resume-caret.ts";
import type { RecoveredWords } from "./recovered-words.ts";

/** What the screen says about the connection. */
export interface ConnectionView {
  link: "connecting" | "open" | "lost";
  /** Whether this device was asked what it keeps of the document. */
  isDeviceRead: boolean;
  /** Whether the document is here as a whole, from the room or this device, and can be shown. */
  hasDocument: boolean;
  /** Own changes that the room has not called saved. */
  unsaved: number;
  /** Whether the unsaved changes survive a closed browser. */
  isKept: boolean;
  /** Why this device keeps nothing. */
  trouble: DeviceTrouble | null;
  /** Whether the room said that its storage takes no changes now. */
  isStorageFailing: boolean;
  /** When the room last called a change of ours saved, ms since 1970 by its clock. */
  savedAt: number | null;
  /** Why the room sent us away; null while it did not. */
  refusal: RefusalName | null;
  /** When the person's rights changed, ms since 1970; null once they have read it. */
  rightsChangedAt: number | null;
  /** What nobody writes in while it is discussed. */
  locks: readonly LockView[];
  /** Words that the room did not take, until the person discards them. */
  recovered: readonly RecoveredWords[];
}

/** What one page hands to the next connection where the device keeps nothing. */
export interface Luggage {
  updates: Uint8Array[];
  recovered: RecoveredWords[];
  seen: Uint8Array[];
  rightsChangedAt: number | null;
  /** The document as it was before letters were removed from it: nothing of it is shown again. */
  outdated: Uint8Array | null;
  /** Where the person was writing in it. */
  caret: Caret | null;
}

export interface ConnectionOptions {
  url: string;
  scope: DocumentScope;
  luggage?: Luggage;
  /** Asks why the room's door stays shut; null when the network is to blame. */
  askWhyShut: () => Promise<RefusalName | null>;
  /** What is shown here is not what the room holds: begin anew from the room. */
  onBeginAnew: () => void;
}

/** Before the device and the room have answered. */
export const firstView: ConnectionView = {
  link: "connecting",
  isDeviceRead: false,
  hasDocument: false,
  unsaved: 0,
  isKept: false,
  trouble: null,
  isStorageFailing: false,
  savedAt: null,
  refusal: null,
  rightsChangedAt: null,
  locks: [],
  recovered: [],
};
