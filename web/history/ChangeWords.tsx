import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatDay, formatTime } from "../time.ts";
import { useAuthorWords } from "./author-words.ts";
import { describePlace, describeSettings, describeVerb } from "./change-words.ts";
import { colourOf } from "./dressed-node.ts";
import { excerptOf } from "./excerpt.ts";
import type { Change } from "./find-changes.ts";
import type { Desk } from "./HistoryDesk.tsx";

/** Who did what, where and when. */
export function ChangeWords({ desk, change }: { desk: Desk; change: Change }) {
  const words = useHistoryMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { fullName } = useAuthorWords();
  const { author, fromAt, toAt, cause, path, inserted, deleted } = change;
  const place = describePlace(path, desk.villages, messages);
  const settings = describeSettings(change, words);
  const isEmpty = change.kind !== "changed" && `${inserted}${deleted}`.trim() === "";
  return (
    <div className="change-words" data-village={colourOf(author)}>
      <p>
        <span className="village-badge">
          <span className="village-swatch" aria-hidden="true" />
          {fullName(author)}
        </span>{" "}
        {describeVerb(change, words)}
        {isEmpty && ` ${words.kinds.emptyLine}`}
        {settings && ` (${settings})`}
        {deleted.trim() && change.kind !== "moved" && <del>{excerptOf(deleted)}</del>}
        {inserted.trim() && <ins>{excerptOf(inserted)}</ins>}
        {change.kind === "moved" && inserted === "" && <ins>{excerptOf(deleted)}</ins>}
      </p>
      <p className="soft small">
        {[
          place,
          `${formatDay(toAt, language)} ${spanOf(fromAt, toAt)}`,
          ...(cause ? [words.causes[cause]] : []),
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
    </div>
  );
}

function spanOf(fromAt: number, toAt: number): string {
  const [from, to] = [formatTime(fromAt), formatTime(toAt)];
  return from === to ? to : `${from}–${to}`;
}
