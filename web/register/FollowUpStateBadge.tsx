import type { FollowUpState } from "../../domain/follow-ups.ts";
import type { IconName } from "../design/Icon.tsx";
import { StatusBadge, type Tone } from "../design/StatusBadge.tsx";
import { useRegisterMessages } from "../messages/use-register-messages.ts";

const looks: Record<FollowUpState, { tone: Tone; icon: IconName }> = {
  overdue: { tone: "danger", icon: "warning" },
  notStarted: { tone: "calm", icon: "clock" },
  inProgress: { tone: "wait", icon: "pencil" },
  done: { tone: "good", icon: "check" },
};

export function FollowUpStateBadge({ state }: { state: FollowUpState }) {
  const { states } = useRegisterMessages();
  return <StatusBadge {...looks[state]}>{states[state]}</StatusBadge>;
}
