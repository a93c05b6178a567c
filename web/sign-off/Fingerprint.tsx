import { Link } from "wouter";
import { useSignOffMessages } from "../messages/use-sign-off-messages.ts";
import { inGroups } from "./in-groups.ts";

interface Props {
  documentId: string;
  fingerprint: string;
  mayDownload: boolean;
}

/** What the submitted text is known by, and how anybody checks it. */
export function Fingerprint({ documentId, fingerprint, mayDownload }: Props) {
  const { fingerprint: words } = useSignOffMessages();
  return (
    <details className="fingerprint-details">
      <summary>{words.label}</summary>
      <p className="small soft">{words.hint}</p>
      <p>
        <code className="fingerprint">{inGroups(fingerprint)}</code>
      </p>
      <div className="row">
        {mayDownload && (
          <a href={`/api/documents/${documentId}/signed-file`} download>
            {words.download}
          </a>
        )}
        <Link href="/periksa">{words.check}</Link>
      </div>
    </details>
  );
}
