import type { ForumStatus } from "../../domain/statuses.ts";
import type { IconName } from "../design/Icon.tsx";
import { StatusBadge, type Tone } from "../design/StatusBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";

const looks: Record<ForumStatus, { tone: Tone; icon: IconName }> = {
  planned: { tone: "calm", icon: "calendar" },
  invited: { tone: "wait", icon: "send" },
  inSession: { tone: "live", icon: "live" },
  ended: { tone: "good", icon: "check" },
  cancelled: { tone: "calm", icon: "close" },
};

export function ForumStatusBadge({ status }: { status: ForumStatus }) {
  const { forumStatuses } = useMessages();
  return <StatusBadge {...looks[status]}>{forumStatuses[status]}</StatusBadge>;
}
