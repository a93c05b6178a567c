import type { NoteView } from "../../party/notes/thread-view.ts";
import { personName, villageName } from "../design/shown-name.ts";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useNotesMessages } from "../messages/use-notes-messages.ts";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { Citation } from "../regulations/Citation.tsx";
import { formatMoment } from "../time.ts";
import { citedPieces } from "./cited-pieces.ts";

/** What somebody said: who, from where, when, to whom. */
export function NoteWords({ note }: { note: NoteView }) {
  const messages = useMessages();
  const { thread: words } = useNotesMessages();
  const { cite } = useRegulationsMessages();
  const [language] = useLanguage();
  const { masks } = messages;
  const { author, text, mentioned, cited, at } = note;
  const { pieces, elsewhere } = citedPieces(text, cited);
  const named = [
    ...mentioned.villages.map((village) => villageName(village, masks)),
    ...mentioned.people.map((person) => personName(person, masks)),
  ];
  return (
    <div className="note-words">
      <p className="note-author">
        {author.village && <VillageBadge village={author.village} />}
        <span>{personName(author, masks)}</span>
        <span className="soft small">
          {[author.village ? null : author.office, formatMoment(at, Date.now(), messages, language)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
      <p className="note-text">
        {pieces.map(({ from, words, regulationId }) =>
          regulationId === null ? (
            words
          ) : (
            <Citation key={from} regulationId={regulationId}>
              {words}
            </Citation>
          ),
        )}
      </p>
      {elsewhere.length > 0 && (
        <p className="note-named small">
          {cite.cited}:{" "}
          {elsewhere.map(({ id, words }) => (
            <span key={id} className="note-cited">
              <Citation regulationId={id}>{words}</Citation>
            </span>
          ))}
        </p>
      )}
      {named.length > 0 && (
        <p className="note-named small">
          {words.to}: <strong>{named.join(", ")}</strong>
        </p>
      )}
    </div>
  );
}
