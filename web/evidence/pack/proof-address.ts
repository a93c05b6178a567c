import type { PackData } from "./pack-data.ts";

export type PackedProof = PackData["indicators"][number]["proofs"][number];

/** Where a proof leads, from outside of the product; null where it is words alone. */
export function proofAddress(
  { forum, url }: Pick<PackedProof, "forum" | "url">,
  origin: string,
): string | null {
  if (forum) return `${origin}/forum/${forum.id}`;
  return url?.startsWith("/") ? origin + url : url;
}
