import type { registerId } from "../messages/register-id.ts";
import type { Language } from "../messages/use-messages.ts";
import { dayWords, leftWords } from "./due-words.ts";
import type { ListedFollowUp } from "./register-query.ts";

interface Given {
  village: string;
  followUps: readonly ListedFollowUp[];
  address: string;
  words: Pick<typeof registerId, "share" | "due">;
  language: Language;
}

/** A village's open follow-ups as a message for its group, in plain text. */
export function openFollowUpsText({ village, followUps, address, words, language }: Given): string {
  const { share } = words;
  const entries = followUps.map((followUp, at) => {
    const { activity, output, dueDate } = followUp;
    const left = leftWords(followUp, words);
    const due =
      dueDate === null || left === null
        ? share.noDue
        : share.due(dayWords(dueDate, language), left);
    const lines = [`${at + 1}. ${activity}`, due, ...(output ? [share.output(output)] : [])];
    return lines.join("\n");
  });
  return [share.heading(village), ...entries, share.where(address)].join("\n\n");
}
