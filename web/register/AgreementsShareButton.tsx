import { useQuery } from "@tanstack/react-query";
import { forumQuery } from "../forums/forum-query.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { useShareMessages } from "../messages/use-share-messages.ts";
import { agreementsText } from "../share/forum-texts.ts";
import { ShareButton } from "../share/ShareButton.tsx";
import { dayWords } from "./due-words.ts";
import type { RegisterData } from "./register-query.ts";

interface Props {
  forumId: string;
  data: RegisterData;
}

/** Once the forum is over: before, what is written down may still be talked about. */
export function AgreementsShareButton({ forumId, data }: Props) {
  const words = useShareMessages();
  const [language] = useLanguage();
  const forum = useQuery(forumQuery(forumId)).data?.forum;
  if (forum?.status !== "ended") return null;
  const followUps = data.followUps.filter(({ isGone }) => !isGone);
  const text = agreementsText(
    {
      title: forum.title,
      agreements: data.agreements.map((agreement) => agreement.text),
      followUps: followUps.map(({ village, isUnnamed, activity, dueDate }) => ({
        village: isUnnamed ? null : (village?.name ?? null),
        activity,
        due: dueDate === null ? null : dayWords(dueDate, language),
      })),
      address: `${location.origin}/forum/${forumId}/kesepakatan`,
    },
    words,
  );
  return (
    <p>
      <ShareButton what={words.things.agreements} text={text} />
    </p>
  );
}
