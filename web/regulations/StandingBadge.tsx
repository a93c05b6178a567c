import type { RegulationStanding } from "../../domain/regulations.ts";
import type { IconName } from "../design/Icon.tsx";
import { StatusBadge, type Tone } from "../design/StatusBadge.tsx";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";

const looks: Record<RegulationStanding, { tone: Tone; icon: IconName }> = {
  inForce: { tone: "good", icon: "check" },
  notYet: { tone: "wait", icon: "clock" },
  replaced: { tone: "danger", icon: "undo" },
  withdrawn: { tone: "danger", icon: "close" },
};

export function StandingBadge({ standing }: { standing: RegulationStanding }) {
  const { standings } = useRegulationsMessages();
  return <StatusBadge {...looks[standing]}>{standings[standing]}</StatusBadge>;
}
