import type { SearchHit } from "./search-query.ts";

/** A text whose words that were looked for are marked. */
export function Marked({ pieces }: { pieces: SearchHit["passage"] }) {
  return pieces.map(({ text, isHit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change their order
    isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
}
