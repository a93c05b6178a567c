import { containerName } from "../document/container-name.ts";
import type { Messages } from "../messages/use-messages.ts";
import type { HistoryData } from "./history-answers.ts";

/** What a section is called, also one that stands in the record only. */
export function sectionName(
  sections: HistoryData["sections"],
  id: string,
  words: Messages["document"],
): string {
  const section = sections.find((each) => each.id === id);
  if (!section) return words.showSections;
  return containerName("section", section, words) || (section.title ?? words.showSections);
}
