import { Button } from "../design/Button.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import type { Desk } from "./HistoryDesk.tsx";
import { useMomentName } from "./moment-words.ts";
import { playMs, type Speed } from "./playback.ts";
import type { usePlayback } from "./use-playback.ts";

interface Props {
  desk: Desk;
  place: number;
  film: ReturnType<typeof usePlayback>;
  isBehind: boolean;
  /** When what is shown was written, ms since 1970; null until it is known. */
  at: number | null;
  onMove: (place: number) => void;
}

const speeds = Object.keys(playMs) as Speed[];

/** Slides and plays through the record. */
export function Player({ desk, place, film, isBehind, at, onMove }: Props) {
  const { player: words, sentence } = useHistoryMessages();
  const [language] = useLanguage();
  const { last } = desk.head;
  const count = (number: number) => number.toLocaleString(language === "id" ? "id-ID" : "en-GB");
  const placeWords = words.place(count(place), count(last));
  const move = (to: number) => {
    film.pause();
    onMove(Math.max(0, Math.min(last, to)));
  };
  return (
    <section className="player" aria-label={words.label}>
      <p className="compare-sentence" aria-busy={isBehind}>
        {film.isPlaying ? (
          placeWords
        ) : (
          <MomentSentence {...{ desk, place, at }} say={sentence.shown} />
        )}
      </p>
      <input
        type="range"
        className="player-slider"
        aria-label={words.label}
        aria-valuetext={placeWords}
        min={0}
        max={last}
        value={place}
        onChange={(event) => move(Number(event.target.value))}
      />
      <div className="player-bar">
        <Button icon="back" aria-label={words.back} onClick={() => move(place - 1)} />
        <Button weight="primary" onClick={film.isPlaying ? film.pause : film.play}>
          {film.isPlaying ? words.pause : words.play}
        </Button>
        <Button icon="forward" aria-label={words.forward} onClick={() => move(place + 1)} />
        <fieldset className="modes">
          <legend className="only-read-aloud">{words.speed}</legend>
          {speeds.map((speed) => (
            <button
              key={speed}
              type="button"
              aria-pressed={film.speed === speed}
              onClick={() => film.setSpeed(speed)}
            >
              {words.speeds[speed]}
            </button>
          ))}
        </fieldset>
        {!film.isPlaying && <span className="soft small player-place">{placeWords}</span>}
      </div>
    </section>
  );
}

interface SentenceProps {
  desk: Desk;
  place: number;
  at: number | null;
  say: (moment: string) => string;
}

function MomentSentence({ desk, place, at, say }: SentenceProps) {
  return say(useMomentName(desk, place, at));
}
