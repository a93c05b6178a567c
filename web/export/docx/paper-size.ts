/** Twips: a twentieth of a point, 1,440 to an inch. */
const twipsPerMm = 1440 / 25.4;

/** F4 (folio) is usual in Indonesian offices. */
export const paperSizes = {
  a4: inTwips({ width: 210, height: 297 }),
  f4: inTwips({ width: 215, height: 330 }),
} as const;
export type PaperSize = keyof typeof paperSizes;

export const pageMargins = inTwips({ top: 20, right: 20, bottom: 20, left: 25, footer: 10 });

/** Between the margins. */
export function textWidth(size: PaperSize): number {
  return paperSizes[size].width - pageMargins.left - pageMargins.right;
}

function inTwips<K extends string>(millimetres: Record<K, number>): Record<K, number> {
  const entries = Object.entries<number>(millimetres);
  return Object.fromEntries(
    entries.map(([name, mm]) => [name, Math.round(mm * twipsPerMm)]),
  ) as Record<K, number>;
}
