import { Icon } from "../design/Icon.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";

/** The comparison on paper, and the whole record as a file. */
export function RecordFiles({ documentId }: { documentId: string }) {
  const { files: words } = useHistoryMessages();
  const address = (kind: "csv" | "json") => `/api/documents/${documentId}/history/record.${kind}`;
  return (
    <details className="record-files">
      <summary className="button" data-weight="quiet">
        <Icon name="document" />
        {words.label}
      </summary>
      <div className="record-files-list">
        <button type="button" className="button" data-weight="quiet" onClick={() => print()}>
          {words.print}
        </button>
        <a className="button" data-weight="quiet" href={address("csv")} download>
          {words.csv}
        </a>
        <a className="button" data-weight="quiet" href={address("json")} download>
          {words.json}
        </a>
      </div>
    </details>
  );
}
