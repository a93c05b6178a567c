import { useMessages } from "../../messages/use-messages.ts";
import { useReviewMessages } from "../../messages/use-review-messages.ts";
import type { Desk } from "../HistoryDesk.tsx";
import { useMomentName } from "../moment-words.ts";
import { versionName } from "../version-name.ts";
import type { HistoryView } from "../view-address.ts";

/** What a note is about: a version, a moment, or what came up to it since `from`. */
export interface NoteTarget {
  place: number;
  from: number | null;
  versionId: string | null;
}

/** "pada versi “Awal”", "pada Senin, 23 November 2026 pukul 10.42". */
export function useTargetWords(desk: Desk, { place, from, versionId }: NoteTarget): string {
  const { note: words } = useReviewMessages();
  const messages = useMessages();
  const moment = useMomentName(desk, place);
  const version = desk.data.versions.find(({ id }) => id === versionId);
  if (version) return words.onVersion(`“${versionName(version, messages)}”`);
  return from === null ? words.onMoment(moment) : words.onChange(moment);
}

/** What is looked at now. */
export function targetOf(view: HistoryView): NoteTarget {
  if (view.kind !== "compare") return { place: view.place, from: null, versionId: null };
  const from = view.from < view.to ? view.from : null;
  return { place: view.to, from, versionId: null };
}

/** Where the page shows what a note is about. */
export function viewOf({ place, from }: NoteTarget): HistoryView {
  return from === null
    ? { kind: "moment", place }
    : { kind: "compare", from, to: place, only: null };
}
