/** What of the record is looked at: two moments compared, one moment, or what a restore would do. */
export type HistoryView =
  | {
      kind: "compare";
      from: number;
      to: number;
      /** Whose changes alone are meant: a party's or an author's key. */
      only: string | null;
    }
  | { kind: "moment"; place: number }
  | { kind: "restore"; place: number; sectionId: string | null };

/**
 * The view that an address means. Places outside the record are drawn to its ends.
 * @param last the newest place
 * @param before the place that the newest state is compared with where the address names none
 */
export function readView(search: URLSearchParams, last: number, before: number): HistoryView {
  const place = (name: string) => readPlace(search.get(name), last);
  const restored = place("pulihkan");
  if (restored !== null) {
    return { kind: "restore", place: restored, sectionId: search.get("bagian") };
  }
  const moment = place("saat");
  if (moment !== null) return { kind: "moment", place: moment };
  const to = place("sampai") ?? last;
  const from = Math.min(place("dari") ?? before, to);
  return { kind: "compare", from, to, only: search.get("oleh") };
}

/** The address of a view. The newest moment is left out, so that a link shows what came since. */
export function writeView(view: HistoryView, last: number): Record<string, string> {
  switch (view.kind) {
    case "restore":
      return {
        pulihkan: `${view.place}`,
        ...(view.sectionId !== null && { bagian: view.sectionId }),
      };
    case "moment":
      return { saat: `${view.place}` };
    case "compare": {
      const [from, to] = [Math.min(view.from, view.to), Math.max(view.from, view.to)];
      return {
        dari: `${from}`,
        ...(to !== last && { sampai: `${to}` }),
        ...(view.only !== null && { oleh: view.only }),
      };
    }
  }
}

function readPlace(text: string | null, last: number): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  return Math.min(Number(text), last);
}
