import type { ModuleStatus } from "../../domain/modules.ts";
import type { IconName } from "../design/Icon.tsx";
import { StatusBadge, type Tone } from "../design/StatusBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";

const looks: Record<ModuleStatus, { tone: Tone; icon: IconName }> = {
  design: { tone: "calm", icon: "pencil" },
  trial: { tone: "live", icon: "forum" },
  evaluation: { tone: "wait", icon: "tasks" },
  refined: { tone: "wait", icon: "check" },
  published: { tone: "good", icon: "globe" },
  withdrawn: { tone: "calm", icon: "close" },
};

export function ModuleStatusBadge({ status }: { status: ModuleStatus }) {
  const { moduleStatuses } = useMessages();
  return <StatusBadge {...looks[status]}>{moduleStatuses[status]}</StatusBadge>;
}
