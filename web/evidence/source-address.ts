import type { EvidenceSource } from "../../domain/evidence/count-numbers.ts";

/** The page that a row was taken from. */
export function sourceAddress({ kind, id }: EvidenceSource): string {
  switch (kind) {
    case "forum":
      return `/forum/${id}`;
    case "attendance":
      return `/forum/${id}/peserta`;
    case "register":
      return `/forum/${id}/kesepakatan`;
    case "document":
      return `/dokumen/${id}`;
    case "stage":
      return `/program/tahap/${id}`;
  }
}
