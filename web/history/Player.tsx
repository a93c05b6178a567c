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
  const say = sentence.shown;
  const [language] = useLanguage();
  const { last } = desk.head;
  const count = (number: number) => number.toLocaleString(language === "id" ? "id-ID" : "en-GB");
  const placeWords = words.place(count(place), count(last));
  const move = (to: number) => {
    film.pause();
    onMove(Math.max(0, Math.min(last, to)));
  };
  return (
    <>
      <p className="player-moment" aria-busy={isBehind}>
        <span className="compare-sentence">
          {film.isPlaying ? placeWords : <MomentSentence {...{ desk, place, at }} say={say} />}
        </span>
        {!film.isPlaying && <span className="soft small player-place">{placeWords}</span>}
      </p>
      <section className="player" aria-label={words.label}>
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
          <Button weight="primary" onClick={film.isPlaying ? () => move(place) : film.play}>
            {film.isPlaying ? words.pause : words.play}
          </Button>
          <Button icon="forward" aria-label={words.forward} onClick={() => move(place + 1)} />
          <select
            className="player-speed"
            aria-label={words.speed}
            value={film.speed}
            onChange={({ target }) =>
              film.setSpeed(speeds.find((speed) => speed === target.value) ?? film.speed)
            }
          >
            {speeds.map((speed) => (
              <option key={speed} value={speed}>
                {words.speeds[speed]}
              </option>
            ))}
          </select>
        </div>
      </section>
    </>
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
