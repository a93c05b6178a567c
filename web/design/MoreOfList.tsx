import "./MoreOfList.css";
import { Children, type ReactNode } from "react";

interface Props {
  /** How many stay in sight; all where it is left out. */
  shown?: number | undefined;
  /** Of what is folded away, such as "Show 4 more". */
  more: (count: number) => string;
  className?: string;
  /** Items of a list. */
  children: ReactNode;
}

/** A list of which a few stand in sight; the others are folded away behind one line. */
export function MoreOfList({
  shown = Number.POSITIVE_INFINITY,
  more,
  className = "document-list",
  children,
}: Props) {
  const items = Children.toArray(children);
  // One that is left over takes no more room than the line that would hide it.
  const first = items.length <= shown + 1 ? items : items.slice(0, shown);
  const folded = items.slice(first.length);
  return (
    <>
      {first.length > 0 && <ul className={className}>{first}</ul>}
      {folded.length > 0 && (
        <details className="more-of-list">
          <summary>{more(folded.length)}</summary>
          <ul className={className}>{folded}</ul>
        </details>
      )}
    </>
  );
}
