import type { Messages } from "../messages/use-messages.ts";
import type { Version } from "./history-answers.ts";

/** As somebody named it; of a status its word, of an item of the agenda its title. */
export function versionName(
  { kind, name }: Version,
  { documentStatuses, moduleStatuses }: Pick<Messages, "documentStatuses" | "moduleStatuses">,
): string {
  if (kind !== "status" && kind !== "submission") return name;
  const words: Record<string, string> = { ...moduleStatuses, ...documentStatuses };
  return words[name] ?? name;
}
