import { useMessages } from "../messages/use-messages.ts";
import type { DocumentPageData } from "./document-query.ts";

/** In an unnamed case: that names are hidden, from whom, and as whom one is shown oneself. */
export function UnnamedNotice({ me: { mask, unmasks } }: Pick<DocumentPageData, "me">) {
  const { document: words, masks } = useMessages();
  if (!mask) return null;
  const person = masks.person(mask.number);
  const self = mask.village
    ? words.unnamed.from(person, masks.village(mask.village.number))
    : person;
  return <p className="soft">{words.unnamed[unmasks ? "unmasked" : "masked"](self)}</p>;
}
