import "./record-progress.css";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import type { HistoryAnswer } from "./history-answers.ts";

/** A long record that is read for the first time: how far it is, in words. */
export function RecordProgress({ place, last }: NonNullable<HistoryAnswer["progress"]>) {
  const { reading: words } = useHistoryMessages();
  const [language] = useLanguage();
  const count = (number: number) => number.toLocaleString(language === "id" ? "id-ID" : "en-GB");
  return (
    <section className="history-reading" aria-label={words.title}>
      <h2>{words.title}</h2>
      {/* Each number read aloud would be too much. */}
      <p role="status" aria-live="off">
        {words.progress(count(place), count(last))}
      </p>
      <progress max={last} value={place} aria-label={words.title} />
      <p className="soft">{words.once}</p>
    </section>
  );
}
