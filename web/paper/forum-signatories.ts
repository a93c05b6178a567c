import type { ForumPageData } from "../forums/forum-query.ts";
import { printId } from "../messages/print-id.ts";
import type { Signatory } from "./SignatureBlock.tsx";

/** The camat of the forum's district, where exactly one is known. */
export function camatOf({ officials }: ForumPageData): Signatory {
  const camats = officials.filter(({ roles }) => roles.includes("camat"));
  const [camat] = camats.length === 1 ? camats : [];
  return {
    position: camat?.position || printId.signature.position,
    name: camat?.name ?? "",
    nip: "",
  };
}

/** Who presides over the forum; empty where nobody was chosen. */
export function chairOf({ forum, officials, villages }: ForumPageData): Signatory {
  const people = [...officials, ...villages.flatMap((village) => village.people)];
  const chair = people.find(({ id }) => id === forum.chairPersonId);
  return { position: chair?.position ?? "", name: chair?.name ?? "", nip: "" };
}

/** The one person who speaks and signs for a village at a forum; null where nobody was named. */
export function representativeOf({ people }: ForumPageData["villages"][number]) {
  const speaking = people.filter(({ roles }) => roles.includes("representative"));
  return speaking.length === 1 ? (speaking[0] ?? null) : null;
}
