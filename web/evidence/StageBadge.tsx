import type { StageState } from "../../domain/evidence/stage-state.ts";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";

const looks = {
  unplanned: { tone: "calm", icon: "clock" },
  planned: { tone: "calm", icon: "calendar" },
  late: { tone: "wait", icon: "warning" },
  begun: { tone: "live", icon: "live" },
  done: { tone: "good", icon: "check" },
} as const;

export function StageBadge({ state }: { state: StageState }) {
  const { stage } = useEvidenceMessages();
  return <StatusBadge {...looks[state]}>{stage.states[state]}</StatusBadge>;
}
