import type { PublicKind } from "./public-content.ts";

/** How the kinds are called in addresses. */
const names = {
  document: "dokumen",
  module: "modul",
  outcome: "hasil",
  practice: "praktik",
} satisfies Record<PublicKind, string>;

/** The address of a public page, whatever edition stands on it. */
export function pageAddress(kind: PublicKind, subjectId: string): string {
  return `/publik/${names[kind]}/${encodeURIComponent(subjectId)}`;
}

/** The kind that an address names; null where there is none. */
export function kindNamed(name: string): PublicKind | null {
  const found = Object.entries(names).find(([, each]) => each === name);
  // Of the object above.
  return found ? (found[0] as PublicKind) : null;
}
