import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { Phase } from "./history-answers.ts";

/** Says a phase of the forum in words; null is what was before the first that is known. */
export function usePhaseName(): (phase: Phase | null) => string {
  const { phases: words } = useHistoryMessages();
  const { documentStatuses, moduleStatuses } = useMessages();
  return (phase) => {
    if (phase === null) return words.start;
    const { kind, label } = phase;
    if (kind === "outside") return words.outside;
    if (kind === "agendaItem") return words.agenda(label);
    const names: Record<string, string> = { ...moduleStatuses, ...documentStatuses };
    return words.status(names[label] ?? label);
  };
}
