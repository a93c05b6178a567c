import { villageName } from "../design/shown-name.ts";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import type { ShownAuthor } from "./history-answers.ts";

/** What authors are called: their village or office, and with their own name where it is told. */
export function useAuthorWords() {
  const { masks } = useMessages();
  const words = useHistoryMessages();
  const partyName = ({ village, office, isRoom }: ShownAuthor) => {
    if (isRoom) return words.room;
    return village ? villageName(village, masks) : (office ?? words.guests);
  };
  /** Null where only villages are told. */
  const ownName = ({ name, number }: ShownAuthor) =>
    name ?? (number === null ? null : masks.person(number));
  const fullName = (author: ShownAuthor) => {
    const name = ownName(author);
    return name === null ? partyName(author) : `${name}, ${partyName(author)}`;
  };
  return { partyName, ownName, fullName };
}
