import type { FollowUpStatus } from "../../domain/statuses.ts";
import type { ListedFollowUp } from "./register-query.ts";

interface TypedReport {
  /** The same when it is sent again after a lost answer. */
  id: string;
  status: FollowUpStatus;
  text: string;
  link: string;
  /** Of a file that was put beside it already. */
  file: { id: string; name: string } | null;
}

/** What was typed and not sent yet: closing the form by accident loses nothing. */
const typedReports = new Map<string, TypedReport>();

export function typedFor({ id, status }: Pick<ListedFollowUp, "id" | "status">): TypedReport {
  return (
    typedReports.get(id) ?? { id: crypto.randomUUID(), status, text: "", link: "", file: null }
  );
}

export function rememberTyped(followUpId: string, typed: TypedReport): void {
  typedReports.set(followUpId, typed);
}

export function forgetTyped(followUpId: string): void {
  typedReports.delete(followUpId);
}
