import type { ComparedNode } from "../../party/history/history-view.ts";
import { type Compared, isText } from "./find-changes.ts";
import type { ShownComparison } from "./history-answers.ts";

/** The way back: what was written since goes, what was deleted since returns. */
export function invert(comparison: ShownComparison): ShownComparison {
  const { from, to, inserted, deleted } = comparison;
  return {
    ...comparison,
    ...{ from: to, to: from, inserted: deleted, deleted: inserted },
    content: comparison.content.map(invertNode),
  };
}

function invertNode(node: ComparedNode): ComparedNode {
  const { attrsBefore, attrs, ...rest } = node;
  return {
    ...swapped(rest),
    attrs: attrsBefore ?? attrs,
    ...(attrsBefore && { attrsBefore: attrs }),
    content: node.content.map(invertChild),
  };
}

function invertChild(child: Compared): Compared {
  if (!isText(child)) return invertNode(child);
  const { marksBefore, marks, ...rest } = child;
  return {
    ...swapped(rest),
    marks: marksBefore ?? marks,
    ...(marksBefore && { marksBefore: marks }),
  };
}

function swapped<T extends { insertedBy?: number; deletedBy?: number }>(compared: T): T {
  const { insertedBy, deletedBy, ...rest } = compared;
  return {
    ...rest,
    ...(deletedBy !== undefined && { insertedBy: deletedBy }),
    ...(insertedBy !== undefined && { deletedBy: insertedBy }),
  } as T;
}
