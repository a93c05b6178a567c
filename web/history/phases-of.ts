import { documentTransitions } from "../../domain/transitions.ts";
import type { Phase, Version } from "./history-answers.ts";

/**
 * The phases of a forum and of its document in the order in which they began, as far as the versions
 * that they left behind tell: a status begins with its version, an item of the agenda ends with it.
 */
export function phasesOf(versions: readonly Version[]): Phase[] {
  const marks = versions
    .filter(({ kind }) => kind === "status" || kind === "submission" || kind === "agendaItem")
    .sort((a, b) => a.at - b.at);
  const [first] = marks;
  const phases: Phase[] = first && first.kind !== "agendaItem" ? statusBefore(first) : [];
  let last: Version | null = null;
  for (const mark of marks) {
    if (mark.kind === "agendaItem") {
      // Under it was written since the mark before.
      const phase: Phase = { at: last?.at ?? 0, kind: "agendaItem", label: mark.name };
      if (last && last.kind !== "agendaItem" && phases.at(-1)?.at === last.at) phases.pop();
      if (phases.at(-1)?.kind === "outside") phases.pop();
      phases.push(phase, { at: mark.at, kind: "outside", label: "" });
    } else {
      phases.push({ at: mark.at, kind: "documentStatus", label: mark.name });
    }
    last = mark;
  }
  return phases;
}

/** Of a document whose first step was noted the status before it is known too. */
function statusBefore({ name }: Version): Phase[] {
  const step = documentTransitions.find(({ to }) => to === name);
  const [from] = step?.from ?? [];
  // Withdrawn it may have been from anywhere.
  if (from === undefined || name === "withdrawn") return [];
  return [{ at: 0, kind: "documentStatus", label: from }];
}
