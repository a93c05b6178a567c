import type { ComparedNode } from "../../party/history/history-view.ts";
import type { Compared } from "./find-changes.ts";

export type Side = "older" | "newer";

/** Of a comparison, what one of both moments has; what is left are the comparison's own pieces. */
export function hasSide({ insertedBy, deletedBy }: Compared, side: Side): boolean {
  return side === "older" ? insertedBy === undefined : deletedBy === undefined;
}

/** How the piece was set at that moment. */
export function attrsAt(node: ComparedNode, side: Side) {
  return side === "older" ? (node.attrsBefore ?? node.attrs) : node.attrs;
}
