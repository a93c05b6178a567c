import type { shareId } from "../messages/share-id.ts";
import { fittingLines } from "./fitting-lines.ts";

export type ShareWords = Pick<typeof shareId, "texts">;

interface ForumInvitation {
  districtName: string;
  title: string;
  /** Day and time, as the screen says them. */
  when: string;
  place: string;
  agenda: readonly string[];
  address: string;
}

/** An invitation for a group: it names nobody, and its link opens for whoever may enter. */
export function forumInvitationText(invitation: ForumInvitation, { texts }: ShareWords): string {
  const { districtName, title, when, place, agenda, address } = invitation;
  const head = [texts.invitation(districtName, title), [texts.when(when), texts.place(place)]];
  return message(head, [[texts.agenda, numbered(agenda)]], texts.forumAt(address), texts.more);
}

interface AgreementsSummary {
  title: string;
  agreements: readonly string[];
  followUps: readonly { village: string | null; activity: string; due: string | null }[];
  address: string;
}

/** What a forum agreed on, and who does what until when. */
export function agreementsText(summary: AgreementsSummary, { texts }: ShareWords): string {
  const { title, agreements, followUps, address } = summary;
  const promises = followUps.map(({ village, activity, due }) => {
    const by = village === null ? "" : `${village}: `;
    return `${by}${activity}${due === null ? "" : `, ${texts.due(due)}`}`;
  });
  const lists: [string | null, string[]][] = [
    [null, numbered(agreements)],
    [texts.promises, numbered(promises)],
  ];
  return message([texts.agreements(title)], lists, texts.forumAt(address), texts.more);
}

/** Paragraphs, then lists with their headings, as long as there is room, and the address. */
export function message(
  head: readonly (string | readonly string[])[],
  lists: readonly (readonly [string | null, readonly string[]])[],
  foot: string,
  more: (count: number) => string,
): string {
  const parts = head.map((part) => (typeof part === "string" ? part : part.join("\n")));
  for (const [heading, entries] of lists) {
    if (entries.length === 0) continue;
    const used = [...parts, heading ?? "", foot].join("\n\n").length;
    const lines = fittingLines(entries, used, more);
    parts.push([...(heading === null ? [] : [heading]), ...lines].join("\n"));
  }
  return [...parts, foot].join("\n\n");
}

export function numbered(entries: readonly string[]): string[] {
  return entries.map((entry, at) => `${at + 1}. ${entry.trim().replaceAll(/\s+/g, " ")}`);
}
