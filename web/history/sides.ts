import type { ComparedNode } from "../../party/history/history-view.ts";
import { type Compared, isText } from "./find-changes.ts";

export type Side = "older" | "newer";

/** Of a comparison, what one of both moments has; what is left are the comparison's own pieces. */
export function hasSide({ insertedBy, deletedBy }: Compared, side: Side): boolean {
  return side === "older" ? insertedBy === undefined : deletedBy === undefined;
}

/** How the piece was set at that moment. */
export function attrsAt(node: ComparedNode, side: Side) {
  return side === "older" ? (node.attrsBefore ?? node.attrs) : node.attrs;
}

/** The words of one moment, for whoever reads one alone. */
export function wordsAt(compared: Compared, side: Side): string {
  if (!hasSide(compared, side)) return "";
  if (isText(compared)) return compared.text;
  return compared.content.map((child) => wordsAt(child, side)).join("");
}
