// Marks that change how a name is drawn without being part of it: directions, joiners, soft hyphens.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** One line as people type it, without what cannot be seen; names of every kind stay as they are. */
export function readLine(text: string): string {
  return text.replace(invisible, "").replace(/\s+/gu, " ").trim();
}

/**
 * A phone number as it is stored: international digits without plus, such as 6281234567890. A number
 * that begins with 0 is Indonesian. @returns null when it is none
 */
export function readPhone(text: string): string | null {
  const typed = readLine(text).replace(/[\s().\-–]/gu, "");
  if (!/^\+?\d+$/.test(typed)) return null;
  const digits = typed.replace(/^\+/, "").replace(/^0/, "62");
  return /^[1-9]\d{7,14}$/.test(digits) ? digits : null;
}
