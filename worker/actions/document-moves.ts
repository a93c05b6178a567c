import { type Actor, can, type DocumentFacts } from "../../domain/permissions.ts";
import type { DocumentStatus } from "../../domain/statuses.ts";

/** The others are about a text as it stood at one moment, so they need its fingerprint. */
export const plainMoves: readonly DocumentStatus[] = ["open", "drafted", "withdrawn"];

/** Where this person may move the document now. */
export function documentMoves(actor: Actor, document: DocumentFacts): DocumentStatus[] {
  return plainMoves.filter((to) => can(actor, "document.move", { ...document, to }));
}
