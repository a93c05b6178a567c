import type { Messages } from "../messages/use-messages.ts";
import type { Version } from "./history-answers.ts";

/** As somebody named it; of a status its word, of an item of the agenda its title. */
export function versionName(
  { kind, name }: Version,
  { documentStatuses }: Pick<Messages, "documentStatuses">,
): string {
  if (kind !== "status" && kind !== "submission") return name;
  return documentStatuses[name as keyof typeof documentStatuses] ?? name;
}
