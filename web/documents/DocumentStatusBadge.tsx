import type { DocumentStatus } from "../../domain/statuses.ts";
import type { IconName } from "../design/Icon.tsx";
import { StatusBadge, type Tone } from "../design/StatusBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";

const looks: Record<DocumentStatus, { tone: Tone; icon: IconName }> = {
  draft: { tone: "calm", icon: "pencil" },
  open: { tone: "live", icon: "live" },
  drafted: { tone: "wait", icon: "check" },
  submitted: { tone: "wait", icon: "send" },
  returned: { tone: "wait", icon: "undo" },
  signed: { tone: "good", icon: "seal" },
  published: { tone: "good", icon: "globe" },
  withdrawn: { tone: "calm", icon: "close" },
};

export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  const { documentStatuses } = useMessages();
  return <StatusBadge {...looks[status]}>{documentStatuses[status]}</StatusBadge>;
}
