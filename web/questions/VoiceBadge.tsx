import { VillageBadge } from "../design/VillageBadge.tsx";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import type { ListedQuestion } from "./questions-query.ts";

/** For whom somebody speaks, as far as the reader may know it. */
export function VoiceBadge({ voice }: { voice: ListedQuestion["asker"] }) {
  const { questions: words } = useSharingMessages();
  const { person } = useMe();
  const { village, office, isHidden } = voice;
  const isOwn = village !== null && village.id === person.village?.id;
  return (
    <>
      {village ? (
        <VillageBadge village={village} />
      ) : (
        <span>{isHidden ? words.hiddenVillage : office}</span>
      )}
      {village && isHidden && (
        <span className="soft">{isOwn ? words.ownHidden : words.hostHidden}</span>
      )}
    </>
  );
}
