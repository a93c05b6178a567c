import { Button } from "../../design/Button.tsx";
import { Icon } from "../../design/Icon.tsx";
import { personName } from "../../design/shown-name.ts";
import { useLanguage, useMessages } from "../../messages/use-messages.ts";
import { useReviewMessages } from "../../messages/use-review-messages.ts";
import { AskedStep } from "../../sign-off/AskedStep.tsx";
import { formatMoment } from "../../time.ts";
import type { Desk } from "../HistoryDesk.tsx";
import { useTargetWords, viewOf } from "./note-target.ts";
import { type ReviewNote, reviewKeys, takeNoteBack } from "./review-query.ts";

interface Props {
  desk: Desk;
  notes: readonly ReviewNote[];
}

/** All that reviewers noted, the newest first. */
export function ReviewNotes({ desk, notes }: Props) {
  const words = useReviewMessages();
  if (notes.length === 0) {
    return desk.noteOn && <p className="soft small">{`${words.noNotes} ${words.howToNote}`}</p>;
  }
  return (
    <details className="review-notes">
      <summary>
        <Icon name="note" />
        {words.notes(notes.length)}
      </summary>
      <ol>
        {notes.toReversed().map((note) => (
          <Note key={note.id} {...{ desk, note }} />
        ))}
      </ol>
    </details>
  );
}

function Note({ desk, note }: { desk: Desk; note: ReviewNote }) {
  const words = useReviewMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const where = useTargetWords(desk, note);
  const { id, by, at, text, takenBackAt, isOwn } = note;
  return (
    <li>
      {takenBackAt === null ? (
        <p className="said">{text}</p>
      ) : (
        <p className="soft">{words.note.takenBack}</p>
      )}
      <p className="small soft">
        {[
          personName(by, messages.masks),
          by.office,
          formatMoment(at, Date.now(), messages, language),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <div className="row">
        <Button weight="quiet" icon="forward" onClick={() => desk.show(viewOf(note))}>
          {where}
        </Button>
        {isOwn && desk.noteOn && takenBackAt === null && (
          <AskedStep
            button={words.takeBack.button}
            weight="quiet"
            question={words.takeBack.question}
            isDangerous
            take={() => takeNoteBack(desk.data.document.id, id)}
            stale={reviewKeys(desk.data.document.id)}
          >
            <p className="said">{text}</p>
            <p>{words.takeBack.consequence}</p>
          </AskedStep>
        )}
      </div>
    </li>
  );
}
