import "./reviewed.css";
import { Link } from "wouter";
import { Icon } from "../design/Icon.tsx";
import { StatusBadge } from "../design/StatusBadge.tsx";
import type { DocumentPageData } from "../document/document-query.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useReviewMessages } from "../messages/use-review-messages.ts";
import { formatMoment } from "../time.ts";
import { useReviewerName } from "./reviewer-name.ts";

interface Props {
  documentId: string;
  reviews: readonly DocumentPageData["reviews"][number][];
}

/** Who has reviewed the document last, and whether it changed since. */
export function ReviewedLines({ documentId, reviews }: Props) {
  const latest = reviews.filter(({ isLatest }) => isLatest);
  if (latest.length === 0) return null;
  return (
    <ul className="reviewed">
      {latest.map((review) => (
        <Line key={`${review.place} ${review.at}`} {...{ documentId, review }} />
      ))}
    </ul>
  );
}

function Line({ documentId, review }: { documentId: string; review: Props["reviews"][number] }) {
  const words = useReviewMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const who = useReviewerName(review);
  const when = formatMoment(review.at, Date.now(), messages, language);
  return (
    <li>
      <p className="reviewed-line">
        <Icon name="check" />
        {who === "" ? words.reviewed(when) : words.reviewedBy(who, when)}
      </p>
      {review.hasChangedSince && (
        <p className="row reviewed-since">
          <StatusBadge tone="wait" icon="warning">
            {words.changedSince}
          </StatusBadge>
          <Link href={`/dokumen/${documentId}/riwayat?dari=${review.place}`}>
            {words.showSince}
          </Link>
        </p>
      )}
    </li>
  );
}
