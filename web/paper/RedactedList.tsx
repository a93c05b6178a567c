import { useQuery } from "@tanstack/react-query";
import type { DocumentPageData } from "../document/document-query.ts";
import { printId } from "../messages/print-id.ts";
import { redactionId } from "../messages/redaction-id.ts";
import { redactionsQuery } from "../redaction/redactions-query.ts";

/** What the bars in the text stand for: kind and length, never the words. */
export function RedactedList({ data: { document, redaction } }: { data: DocumentPageData }) {
  const query = useQuery({ ...redactionsQuery(document.id), enabled: redaction?.shown > 0 });
  const done = query.data?.redactions.filter(({ status }) => status === "done") ?? [];
  if (done.length === 0) return null;
  return (
    <section className="paper-redacted">
      <h2>{printId.redacted.title}</h2>
      <ul>
        {done.map(({ id, reasonKind, reason, units }) => (
          <li key={id}>
            {printId.redacted.item(redactionId.kinds[reasonKind], redactionId.list.letters(units))}
            {reason !== "" && `: ${reason}`}
          </li>
        ))}
      </ul>
      {done.some(({ isOfSubmission }) => isOfSubmission) && <p>{redactionId.list.uncovered}</p>}
    </section>
  );
}
