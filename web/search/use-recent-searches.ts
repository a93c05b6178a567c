import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";

const most = 6;
const shortest = 2;

/** What this person looked for on this device last; nobody else is told, the server neither. */
export function useRecentSearches() {
  const { person } = useMe();
  const { typed, set, clear } = useDeviceDraft<{ searches: readonly string[] }>(
    person.id,
    "recent searches",
    () => ({ searches: [] }),
  );
  const searches = typed?.searches ?? [];
  return {
    searches,
    add(q: string) {
      const words = q.trim();
      if (words.length < shortest) return;
      set({ searches: [words, ...searches.filter((each) => each !== words)].slice(0, most) });
    },
    forget() {
      set({ searches: [] });
      clear();
    },
  };
}
