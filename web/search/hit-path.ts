import type { SearchHit } from "./search-query.ts";

/** Where a thing that was found is read. */
export function hitPath({ kind, id, document, forum, nodeId }: SearchHit): string {
  const place = nodeId === null ? "" : `#c-${nodeId}`;
  switch (kind) {
    case "case":
    case "minutes":
      return `/dokumen/${id}`;
    case "module":
      return `/program/modul/${id}`;
    case "thread":
    case "agreement":
      return `/dokumen/${document?.id}${place}`;
    case "followUp":
      if (document !== null) return `/dokumen/${document.id}${place}`;
      return forum === null ? "/tindak-lanjut" : `/forum/${forum.id}/kesepakatan`;
    case "practice":
      return `/program/praktik/${id}`;
    case "regulation":
      return `/program/regulasi/${id}`;
    case "question":
      return `/program/tanya/${id}`;
    case "outcome":
      return `/program/hasil/${id}`;
  }
}
