import type { Messages } from "../messages/use-messages.ts";

/** What a container that is not a lane is called. */
export function containerName(
  type: string,
  attrs: Readonly<Record<string, unknown>>,
  words: Messages["document"],
): string {
  switch (type) {
    case "section":
      return words.sections[attrs.kind as keyof typeof words.sections] ?? "";
    case "branch":
      return words.branches[attrs.kind as keyof typeof words.branches] ?? "";
    case "field":
      return words.fields[attrs.name as keyof typeof words.fields] ?? "";
    case "agendaItem":
      return String(attrs.title ?? "");
    case "forumData":
      return words.attendance;
    case "agreement":
      return words.agreement;
    case "followUp":
      return words.followUp;
    default:
      return "";
  }
}
