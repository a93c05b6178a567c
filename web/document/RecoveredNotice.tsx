import { RecoveredWordsCard } from "../offline/RecoveredWordsCard.tsx";
import type { RoomConnection } from "./room-connection.ts";
import { useConnectionView } from "./use-connection.ts";

/** The person's words that this document's room did not take, until they discard them. */
export function RecoveredNotice({ connection }: { connection: RoomConnection }) {
  const { recovered } = useConnectionView(connection);
  return recovered.map((words, place) => (
    <RecoveredWordsCard
      key={words.id ?? `page-${place}`}
      recovered={words}
      isKept={words.id !== null}
      onDiscard={() => connection.discardRecovered(words)}
    />
  ));
}
