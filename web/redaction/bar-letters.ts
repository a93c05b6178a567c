import { type RedactionPiece, redactionFiller } from "../../domain/redaction.ts";
import type { Redaction } from "./redactions-query.ts";

/** A letter by its Yjs id. */
export type LetterId = Pick<RedactionPiece, "client" | "clock">;

/** Whose bar a letter belongs to; null for what was pasted or restored elsewhere. */
export function redactionAt(
  redactions: readonly Redaction[],
  letter: LetterId | null,
): Redaction | null {
  if (letter === null) return null;
  const isOf = ({ client, clock, length }: RedactionPiece) =>
    client === letter.client && clock <= letter.clock && letter.clock < clock + length;
  return redactions.find(({ pieces }) => pieces.some(isOf)) ?? null;
}

/** Where bars stand in a text, in UTF-16 units. */
export function barsIn(text: string): { from: number; to: number }[] {
  if (!text.includes(redactionFiller)) return [];
  return Array.from(text.matchAll(new RegExp(`${redactionFiller}+`, "g")), ({ 0: bar, index }) => ({
    from: index,
    to: index + bar.length,
  }));
}
