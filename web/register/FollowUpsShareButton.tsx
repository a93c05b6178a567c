import { useLanguage } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { useShareMessages } from "../messages/use-share-messages.ts";
import { ShareButton } from "../share/ShareButton.tsx";
import { openFollowUpsText } from "./open-follow-ups-text.ts";
import type { FollowUp } from "./register-query.ts";

interface Props {
  village: string;
  followUps: readonly FollowUp[];
}

/** What is open in a village, for its group. */
export function FollowUpsShareButton({ village, followUps }: Props) {
  const words = useRegisterMessages();
  const share = useShareMessages();
  const [language] = useLanguage();
  const address = `${location.origin}/tindak-lanjut`;
  const text = openFollowUpsText({ village, followUps, address, words, language });
  return (
    <p>
      <ShareButton what={share.things.followUps} text={text} />
    </p>
  );
}
