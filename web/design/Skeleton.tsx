import "./Skeleton.css";
import { useMessages } from "../messages/use-messages.ts";

/** Stands where a list will stand; shows itself only when the wait is long enough to notice. */
export function Skeleton({ rows }: { rows: number }) {
  const { loading } = useMessages();
  return (
    <div className="skeleton" role="status">
      <span className="only-read-aloud">{loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have nothing else
        <div key={row} className="skeleton-row" />
      ))}
    </div>
  );
}
