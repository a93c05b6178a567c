import { useQuery } from "@tanstack/react-query";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatDay, formatTime } from "../time.ts";
import type { Desk } from "./HistoryDesk.tsx";
import { momentQuery } from "./history-query.ts";
import { versionName } from "./version-name.ts";

/**
 * What a place in the record is called: by its version, as now, as the start, or by its time.
 * @param knownAt when its entry was written, where that is known already, ms since 1970
 */
export function useMomentName(
  { data, head }: Desk,
  place: number,
  knownAt: number | null = null,
): string {
  const { moment: words } = useHistoryMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const version = data.versions.find((each) => each.place === place);
  const hasName = version !== undefined || place === 0 || place === head.last;
  const { data: askedAt } = useQuery({
    ...momentQuery(data.document.id, place),
    enabled: !hasName && knownAt === null,
  });
  if (place === head.last) return words.now;
  if (version) return words.version(versionName(version, messages));
  if (place === 0) return words.start;
  const at = knownAt ?? askedAt ?? null;
  if (at === null) return words.place(place.toLocaleString(language));
  return words.at(formatDay(at, language), formatTime(at));
}
