import { useLanguage } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { useShareMessages } from "../messages/use-share-messages.ts";
import { message } from "../share/forum-texts.ts";
import { ShareButton } from "../share/ShareButton.tsx";
import { dueWords } from "./due-words.ts";
import type { FollowUp } from "./register-query.ts";

/** Of one follow-up, for the village that promised it. */
export function ReminderButton({ followUp }: { followUp: FollowUp }) {
  const { texts, things } = useShareMessages();
  const words = useRegisterMessages();
  const [language] = useLanguage();
  const { activity, output, village, isUnnamed } = followUp;
  const facts = [
    texts.reminderDue(dueWords(followUp, words, language)),
    ...(output === "" ? [] : [texts.reminderOutput(output)]),
  ];
  const head = texts.reminder(isUnnamed ? null : (village?.name ?? null));
  const address = texts.reminderAt(`${location.origin}/tindak-lanjut`);
  const text = message([head, activity, facts], [], address, texts.more);
  return <ShareButton what={`${things.reminder}: ${activity}`} isShort text={text} />;
}
