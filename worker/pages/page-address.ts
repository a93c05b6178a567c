import type { PublicKind } from "../../domain/publication/public-content.ts";

/** How the kinds are called in addresses. */
const names = {
  document: "dokumen",
  module: "modul",
  outcome: "hasil",
  practice: "praktik",
} satisfies Record<PublicKind, string>;

export function pageAddress(kind: PublicKind, subjectId: string): string {
  return `/publik/${names[kind]}/${encodeURIComponent(subjectId)}`;
}

/** Null where there is no such kind. */
export function kindNamed(name: string): PublicKind | null {
  const found = Object.entries(names).find(([, each]) => each === name);
  // Of the object above.
  return found ? (found[0] as PublicKind) : null;
}
