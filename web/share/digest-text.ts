import { message, numbered, type ShareWords } from "./forum-texts.ts";

/** What waits for one village this week. */
export interface VillageDigest {
  village: { id: string; name: string };
  nextForum: { title: string; when: string; place: string } | null;
  /** Each as one line, with its day. */
  late: string[];
  open: string[];
  surveys: string[];
}

/** How many things wait for the village; its next forum is none of them. */
export function waitingIn({ late, open, surveys }: VillageDigest): number {
  return late.length + open.length + surveys.length;
}

/** The week's message for a village's group; what is late comes first. */
export function digestText(digest: VillageDigest, address: string, { texts }: ShareWords): string {
  const { village, nextForum, late, open, surveys } = digest;
  const head = [
    texts.digest(village.name),
    ...(waitingIn(digest) === 0 ? [texts.nothing] : []),
    ...(nextForum
      ? [[texts.nextForum, nextForum.title, nextForum.when, texts.place(nextForum.place)]]
      : []),
  ];
  const lists: [string, string[]][] = [
    [texts.late(late.length), numbered(late)],
    [texts.surveys, numbered(surveys)],
    [texts.open(open.length), numbered(open)],
  ];
  return message(head, lists, texts.digestAt(address), texts.more);
}
