import { useSearchMessages } from "../messages/use-search-messages.ts";
import { Marked } from "./Marked.tsx";
import type { SearchHit } from "./search-query.ts";

/** What a hit is called: notes and agreements have no name but that of their document. */
export function HitTitle({ hit }: { hit: SearchHit }) {
  const { threadOn, agreementIn, kinds } = useSearchMessages();
  if (hit.title.length > 0) return <Marked pieces={hit.title} />;
  if (hit.document === null) return kinds[hit.kind];
  return hit.kind === "thread" ? threadOn(hit.document.title) : agreementIn(hit.document.title);
}
