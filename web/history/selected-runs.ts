import type { ComparedText } from "../../party/history/history-view.ts";
import type { SelectedRun } from "./writers-of.ts";

/** The texts of `pane` in which the selection lies, each with its selected part. */
export function selectedRuns(pane: HTMLElement, runs: readonly ComparedText[]): SelectedRun[] {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(pane)) return [];
  return [...pane.querySelectorAll<HTMLElement>("[data-run]")].flatMap((element) => {
    const text = runs[Number(element.dataset.run)];
    if (!text || !range.intersectsNode(element)) return [];
    const start = element.contains(range.startContainer) ? unitsBefore(element, range, "start") : 0;
    const end = element.contains(range.endContainer)
      ? unitsBefore(element, range, "end")
      : text.text.length;
    return start < end ? [{ text, start, end }] : [];
  });
}

function unitsBefore(element: HTMLElement, range: Range, edge: "start" | "end"): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  if (edge === "start") before.setEnd(range.startContainer, range.startOffset);
  else before.setEnd(range.endContainer, range.endOffset);
  return before.toString().length;
}
