import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useSearchMessages } from "../messages/use-search-messages.ts";
import { HitItem } from "./HitItem.tsx";
import { askMore, type SearchAnswer } from "./search-query.ts";

const perPage = 10;

interface Props {
  /** The words whose places are marked; none in the library. */
  q: string;
  answer: Pick<SearchAnswer, "hits" | "next">;
}

/** What was found, and its next page by page; give it the search as its key. */
export function HitList({ q, answer: { hits, next } }: Props) {
  const words = useSearchMessages();
  const [shown, setShown] = useState(hits);
  const [left, setLeft] = useState<readonly string[]>(next);
  const more = useMutation({
    mutationFn: () => askMore(q, left.slice(0, perPage)),
    onSuccess: (found) => {
      setShown([...shown, ...found]);
      setLeft(left.slice(perPage));
    },
  });
  const total = hits.length + next.length;
  return (
    <>
      <p className="small soft" role="status">
        {total >= 100 ? words.manyMore(total) : words.count(total)}
      </p>
      <ul className="listed">
        {shown.map((hit) => (
          <HitItem key={hit.ref} hit={hit} />
        ))}
      </ul>
      {left.length > 0 && (
        <div className="row">
          <Button aria-busy={more.isPending} onClick={() => !more.isPending && more.mutate()}>
            {more.isPending ? words.loadingMore : words.more}
          </Button>
        </div>
      )}
      <FailureLine error={more.error} />
    </>
  );
}
