import type { IndicatorStatus } from "../../domain/evidence/evidence-lists.ts";
import { StatusBadge } from "../design/StatusBadge.tsx";
import { useEvidenceMessages } from "../messages/use-evidence-messages.ts";

const looks = {
  notStarted: { tone: "calm", icon: "clock" },
  collecting: { tone: "wait", icon: "pencil" },
  complete: { tone: "good", icon: "check" },
} as const;

export function IndicatorBadge({ status }: { status: IndicatorStatus }) {
  const { statuses } = useEvidenceMessages();
  return <StatusBadge {...looks[status]}>{statuses[status]}</StatusBadge>;
}
