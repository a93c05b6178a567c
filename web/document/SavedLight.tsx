import type { IconName } from "../design/Icon.tsx";
import { Icon } from "../design/Icon.tsx";
import { useIsOffline } from "../design/use-is-offline.ts";
import { type Messages, useMessages } from "../messages/use-messages.ts";
import { formatTime } from "../time.ts";
import type { ConnectionView } from "./room-connection.ts";

type Tone = "good" | "wait" | "danger" | "calm";

/** Whether what was written is saved, in words; "Tersimpan" only when the room said so. */
export function SavedLight({ view }: { view: ConnectionView }) {
  const { light } = useMessages().document;
  const isOffline = useIsOffline();
  const { tone, icon, words } = explain(view, isOffline, light);
  const isWaiting = view.unsaved > 0 && view.link === "lost" && !view.refusal;
  return (
    <p className="saved-light" data-tone={tone} role="status">
      <Icon name={icon} />
      <span>
        {words}
        {isWaiting && <span className="saved-light-note">{light.unsaved}</span>}
      </span>
    </p>
  );
}

function explain(
  view: ConnectionView,
  isOffline: boolean,
  light: Messages["document"]["light"],
): { tone: Tone; icon: IconName; words: string } {
  if (view.refusal) return { tone: "danger", icon: "warning", words: light.stopped };
  if (isOffline) return { tone: "wait", icon: "offline", words: light.offline };
  if (view.link === "lost") return { tone: "wait", icon: "reload", words: light.reconnecting };
  if (view.link === "connecting") return { tone: "calm", icon: "clock", words: light.connecting };
  if (view.unsaved > 0) return { tone: "wait", icon: "clock", words: light.saving };
  if (view.savedAt === null) return { tone: "good", icon: "check", words: light.connected };
  return { tone: "good", icon: "check", words: light.saved(formatTime(view.savedAt)) };
}
