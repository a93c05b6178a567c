import type { DocumentPageData } from "../document/document-query.ts";
import { id as messages } from "../messages/id.ts";
import { printId } from "../messages/print-id.ts";
import { inGroups } from "../sign-off/in-groups.ts";

/** What every page of a document's paper says: what it is worth, and how anybody checks it. */
export function documentFoot(
  { document, signing }: Pick<DocumentPageData, "document" | "signing">,
  origin: string,
): string[] {
  const { foot } = printId;
  const { submission, signOff } = signing;
  const fingerprint = inGroups((signOff ?? submission)?.fingerprint ?? "");
  if (signOff) return [foot.signed(fingerprint), foot.check(`${origin}/periksa`)];
  if (submission) return [foot.submitted(fingerprint)];
  return [foot.unsigned(messages.documentStatuses[document.status])];
}
