import { Icon } from "../design/Icon.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatDay, formatTime } from "../time.ts";
import type { Desk } from "./HistoryDesk.tsx";
import type { Version } from "./history-answers.ts";
import { PlaceActions } from "./PlaceActions.tsx";
import { NoteRow, ReviewRow } from "./review/ReviewRows.tsx";
import { StretchRow } from "./StretchRow.tsx";
import type { TimelineRow as Row } from "./timeline-rows.ts";
import { usePhaseName } from "./use-phase-name.ts";
import { versionName } from "./version-name.ts";

interface Props {
  desk: Desk;
  row: Row;
  isChosen: boolean;
  onChoose: (key: string | null) => void;
}

export function TimelineRow({ desk, row, isChosen, onChoose }: Props) {
  const [language] = useLanguage();
  const phaseName = usePhaseName();
  const choose = () => onChoose(isChosen ? null : row.key);
  switch (row.kind) {
    case "phase":
      return (
        <li className="timeline-phase">
          <h3>{phaseName(row.phase)}</h3>
          <p className="soft small">{formatDay(row.at, language)}</p>
        </li>
      );
    case "day":
      return <li className="timeline-day soft small">{formatDay(row.at, language)}</li>;
    case "version":
      return <VersionRow {...{ desk, isChosen }} version={row.version} onChoose={choose} />;
    case "review":
      return <ReviewRow {...{ desk, isChosen }} review={row.review} onChoose={choose} />;
    case "note":
      return <NoteRow desk={desk} note={row.note} />;
    case "stretch":
      return <StretchRow {...{ desk, isChosen, ...row }} onChoose={choose} />;
  }
}

interface VersionRowProps {
  desk: Desk;
  version: Version;
  isChosen: boolean;
  onChoose: () => void;
}

function VersionRow({ desk, version, isChosen, onChoose }: VersionRowProps) {
  const { versionKinds } = useHistoryMessages();
  const messages = useMessages();
  const { kind, name, at, place } = version;
  const isSigned = kind === "status" && (name === "signed" || name === "published");
  return (
    <li className="timeline-version" data-signed={isSigned}>
      <button type="button" aria-expanded={isChosen} onClick={onChoose}>
        <Icon name={isSigned ? "seal" : "document"} />
        <span className="timeline-version-name">{versionName(version, messages)}</span>
        <span className="soft small">
          {versionKinds[kind]} · {formatTime(at)}
        </span>
      </button>
      {isChosen && <PlaceActions {...{ desk, place }} compareFrom={null} versionId={version.id} />}
    </li>
  );
}
