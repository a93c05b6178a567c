import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useShareMessages } from "../messages/use-share-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { forumInvitationText } from "../share/forum-texts.ts";
import { ShareButton } from "../share/ShareButton.tsx";
import { formatForumTime } from "../time.ts";
import type { ForumPageData } from "./forum-query.ts";

/** Its link is the forum's own address: a personal link is handed to one person alone. */
export function ForumInvitationButton({ data }: { data: ForumPageData }) {
  const words = useShareMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { district } = useMe();
  const { forum, agenda } = data;
  const text = forumInvitationText(
    {
      districtName: district.name,
      title: forum.title,
      when: formatForumTime(forum, messages, language),
      place: forum.place,
      agenda: agenda.map(({ title }) => title),
      address: `${location.origin}/forum/${forum.id}`,
    },
    words,
  );
  return <ShareButton what={words.things.invitation} text={text} />;
}
