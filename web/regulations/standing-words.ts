import { shortName } from "../../domain/regulations.ts";
import type { regulationsId } from "../messages/regulations-id.ts";
import type { Language } from "../messages/use-messages.ts";
import { dayWords } from "../register/due-words.ts";
import type { Regulation } from "./regulations-query.ts";

/** What a reader of a citation has to know: "tidak berlaku lagi, diganti …"; null while it is in force. */
export function standingWords(
  regulation: Regulation,
  regulations: readonly Regulation[],
  { cited }: Pick<typeof regulationsId, "cited">,
  language: Language,
): string | null {
  const { standing, withdrawnOn, replacedById } = regulation;
  switch (standing) {
    case "inForce":
      return null;
    case "notYet":
      return cited.notYet;
    case "withdrawn":
      return cited.withdrawn(withdrawnOn === null ? "" : dayWords(withdrawnOn, language));
    case "replaced": {
      const next = regulations.find(({ id }) => id === replacedById);
      return cited.replaced(next ? shortName(next) : "");
    }
  }
}
