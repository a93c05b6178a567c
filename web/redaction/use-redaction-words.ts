import { personName } from "../design/shown-name.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import { formatMoment } from "../time.ts";
import type { Redaction } from "./redactions-query.ts";

type Official = Redaction["proposedBy"];

/** What is said of a redaction: what, by whom, when and why. */
export function useRedactionWords() {
  const messages = useMessages();
  const [language] = useLanguage();
  const words = useRedactionMessages();
  const nameOf = (official: Official) => {
    if (!("person" in official)) return official.office ?? words.list.somebody;
    const { person } = official;
    return [personName(person, messages.masks), person.office].filter(Boolean).join(", ");
  };
  const moment = (at: number) => formatMoment(at, Date.now(), messages, language);
  /** "oleh …", and for what the camat decided who proposed and who confirmed. */
  const hands = ({ proposedBy, proposedAt, decidedBy, decidedAt, status, ...rest }: Redaction) => {
    const proposer = nameOf(proposedBy);
    const decider = decidedBy && nameOf(decidedBy);
    const isOneHand = decider === null || (rest.isAtOnce && decider === proposer);
    if (status === "proposed" || decidedAt === null || decider === null) {
      return [words.list.proposedBy(proposer, moment(proposedAt))];
    }
    if (isOneHand) return [words.list.by(proposer, moment(decidedAt))];
    const say =
      status === "done" || status === "confirmed" ? words.list.confirmedBy : words.list.decidedBy;
    return [words.list.proposedBy(proposer, moment(proposedAt)), say(decider, moment(decidedAt))];
  };
  return { hands, moment };
}
