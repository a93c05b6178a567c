import { Icon } from "../../design/Icon.tsx";
import { personName } from "../../design/shown-name.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { useReviewMessages } from "../../messages/use-review-messages.ts";
import { useReviewerName } from "../../sign-off/reviewer-name.ts";
import { formatTime } from "../../time.ts";
import { excerptOf } from "../excerpt.ts";
import type { Desk } from "../HistoryDesk.tsx";
import { PlaceActions } from "../PlaceActions.tsx";
import { viewOf } from "./note-target.ts";
import type { ReviewNote, ShownReview } from "./review-query.ts";

interface ReviewRowProps {
  desk: Desk;
  review: ShownReview;
  isChosen: boolean;
  onChoose: () => void;
}

/** In the timeline: somebody has reviewed everything below. */
export function ReviewRow({ desk, review, isChosen, onChoose }: ReviewRowProps) {
  const words = useReviewMessages();
  const who = useReviewerName(review);
  const { place, at } = review;
  return (
    <li className="timeline-version" data-signed="true">
      <button type="button" aria-expanded={isChosen} onClick={onChoose}>
        <Icon name="check" />
        <span className="timeline-version-name">{words.reviewedShort}</span>
        <span className="soft small">{[who, formatTime(at)].filter(Boolean).join(" · ")}</span>
      </button>
      {isChosen && <PlaceActions {...{ desk, place }} compareFrom={null} />}
    </li>
  );
}

/** In the timeline, a note at its place: leads to what it is about. */
export function NoteRow({ desk, note }: { desk: Desk; note: ReviewNote }) {
  const { note: words } = useReviewMessages();
  const { masks } = useMessages();
  const { text, takenBackAt, by } = note;
  return (
    <li className="timeline-version" data-note="true">
      <button type="button" onClick={() => desk.show(viewOf(note))}>
        <Icon name="note" />
        <span className="timeline-note-text">
          {takenBackAt === null ? excerptOf(text) : words.takenBack}
        </span>
        <span className="soft small">{`${words.said} · ${personName(by, masks)}`}</span>
      </button>
    </li>
  );
}
