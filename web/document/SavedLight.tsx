import type { IconName } from "../design/Icon.tsx";
import { Icon } from "../design/Icon.tsx";
import { useIsOffline } from "../design/use-is-offline.ts";
import { type Messages, useMessages } from "../messages/use-messages.ts";
import { formatTime } from "../time.ts";
import type { ConnectionView } from "./connection-view.ts";
import { isCalm } from "./refused-changes.ts";
import { useSettled } from "./use-settled.ts";

type Tone = "good" | "wait" | "danger" | "calm";
type Words = Messages["document"]["light"];

/**
 * Whether what was written is saved, in words: "Tersimpan" only when the room said so, "aman di
 * perangkat ini" only when this device has it.
 */
export function SavedLight({ view }: { view: ConnectionView }) {
  const { light } = useMessages().document;
  const isOffline = useIsOffline();
  // Between two letters the words would flicker.
  const isKept = useSettled(view.isKept && view.isDeviceRead);
  const { tone, icon, words } = explain({ ...view, isKept }, isOffline, light);
  const note = noteOf({ ...view, isKept }, isOffline, light);
  return (
    <p className="saved-light" data-tone={tone} role="status">
      <span className="saved-light-words">
        <Icon name={icon} />
        {words}
      </span>{" "}
      {note && <span className="saved-light-note">{note}</span>}
    </p>
  );
}

function explain(
  view: ConnectionView,
  isOffline: boolean,
  light: Words,
): { tone: Tone; icon: IconName; words: string } {
  if (view.refusal && isCalm(view.refusal))
    return { tone: "wait", icon: "document", words: light.reading };
  if (view.refusal) return { tone: "danger", icon: "warning", words: light.stopped };
  if (isOffline) return { tone: "wait", icon: "offline", words: explainOffline(view, light) };
  if (view.link === "lost") return { tone: "wait", icon: "reload", words: light.reconnecting };
  if (view.link === "connecting") return { tone: "calm", icon: "clock", words: light.connecting };
  if (view.isStorageFailing) {
    return { tone: "danger", icon: "warning", words: light.storageFailing };
  }
  if (view.unsaved > 0) return { tone: "wait", icon: "clock", words: light.saving };
  if (view.savedAt === null) return { tone: "good", icon: "check", words: light.connected };
  return { tone: "good", icon: "check", words: light.saved(formatTime(view.savedAt)) };
}

function explainOffline({ trouble, isKept }: ConnectionView, light: Words): string {
  if (trouble) return light.offline;
  return isKept ? light.offlineKept : light.offlineKeeping;
}

function noteOf(view: ConnectionView, isOffline: boolean, light: Words): string | null {
  if (view.trouble) return light[view.trouble];
  const isAway = view.link === "lost" || view.isStorageFailing;
  const isWaiting = view.unsaved > 0 && isAway && !view.refusal;
  if (!isWaiting || isOffline) return null;
  return view.isKept ? light.unsentKept : light.unsent;
}
