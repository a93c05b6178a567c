import { Button } from "../../design/Button.tsx";
import { Notice } from "../../design/Notice.tsx";
import { useReviewMessages } from "../../messages/use-review-messages.ts";
import { AskedStep } from "../../sign-off/AskedStep.tsx";
import { ReviewedLines } from "../../sign-off/ReviewedLines.tsx";
import type { Desk } from "../HistoryDesk.tsx";
import { targetOf } from "./note-target.ts";
import { ReviewNotes } from "./ReviewNotes.tsx";
import { closeReview, reviewKeys } from "./review-query.ts";

interface Props {
  desk: Desk;
  /** Where what reviewers noted could not be had. */
  onRetry: (() => void) | null;
}

/** Who has reviewed the document, what reviewers noted, and a reviewer's own steps. */
export function ReviewPanel({ desk, onRetry }: Props) {
  const words = useReviewMessages();
  const { review, reviews, data, head, view, noteOn } = desk;
  const { document } = data;
  const own = reviews.find(({ isOwn, isLatest }) => isOwn && isLatest);
  const isNeeded = noteOn !== null || reviews.length > 0 || (review?.notes.length ?? 0) > 0;
  if (!isNeeded && !onRetry) return null;
  return (
    <section className="review" aria-label={words.title}>
      <ReviewedLines documentId={document.id} reviews={reviews} />
      {onRetry && !review && (
        <div className="row">
          <Notice icon="offline" tone="wait">
            {words.failed}
          </Notice>
          <Button icon="reload" onClick={onRetry}>
            {words.again}
          </Button>
        </div>
      )}
      {review && <ReviewNotes desk={desk} notes={review.notes} />}
      {noteOn && (
        <div className="row">
          <Button icon="note" onClick={() => noteOn(targetOf(view))}>
            {words.note.button}
          </Button>
          {own?.hasChangedSince !== false && (
            <AskedStep
              button={own ? words.close.again : words.close.button}
              icon="check"
              weight="primary"
              question={words.close.question(document.title)}
              take={() => closeReview(document.id, head.last)}
              stale={reviewKeys(document.id)}
            >
              <p>{words.close.consequence}</p>
            </AskedStep>
          )}
        </div>
      )}
    </section>
  );
}
