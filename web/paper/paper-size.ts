import { useState } from "react";
import { readSetting, writeSetting } from "../design/device-settings.ts";

/** What the offices print on; F4 (folio) is usual in Indonesia. */
export const paperSizes = {
  a4: { name: "A4 (21 × 29,7 cm)", widthMm: 210, heightMm: 297 },
  f4: { name: "F4 (21,5 × 33 cm)", widthMm: 215, heightMm: 330 },
} as const;

export type PaperSize = keyof typeof paperSizes;

/** Around the words. */
export const paperMargins = { topMm: 15, rightMm: 18, bottomMm: 22, leftMm: 22 };

export function wordsWidthMm(size: PaperSize, isTurned = false): number {
  const { widthMm, heightMm } = paperSizes[size];
  return (isTurned ? heightMm : widthMm) - paperMargins.leftMm - paperMargins.rightMm;
}

const sizes = Object.keys(paperSizes) as PaperSize[];
const setting = "paper-size";

/** The size that was chosen last on this device. */
export function usePaperSize() {
  const [size, setSize] = useState<PaperSize>(() => readSetting(setting, sizes, "f4"));
  const choose = (next: PaperSize) => {
    writeSetting(setting, next);
    setSize(next);
  };
  return [size, choose] as const;
}
