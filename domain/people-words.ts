// Marks that change how a name is drawn without being part of it: directions, joiners, soft hyphens.
const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;

/** One line as people paste it, without what cannot be seen; names of every kind stay as they are. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/(?!\s)\p{Cc}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The same words however they are written: without case, accents and punctuation. */
export function foldWords(text: string): string {
  return cleanLine(text)
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/gu, "")
    .toLowerCase()
    .replace(/['’‘`´ʼ]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** What two entries of one person have in common: name and place, folded. Unique in a district. */
export function personKey(
  person: { name: string } & ({ villageId: string } | { villageId: null; office: string }),
): string {
  const place =
    person.villageId === null
      ? `office:${foldWords(person.office)}`
      : `village:${person.villageId}`;
  return `${foldWords(person.name)}|${place}`;
}

/**
 * A phone number as it is stored: international digits without plus, such as 6281234567890. One that
 * begins with 0, or with the 8 that a spreadsheet left of "08", is Indonesian. @returns null when it is none
 */
export function phoneDigits(text: string): string | null {
  const typed = cleanLine(text).replace(/[\s().'’\-–]/gu, "");
  if (!/^\+?\d+$/.test(typed)) return null;
  const digits = typed
    .replace(/^\+/, "")
    .replace(/^00/, "")
    .replace(/^0/, "62")
    .replace(/^8(?=\d{8,11}$)/, "628");
  return /^[1-9]\d{7,14}$/.test(digits) ? digits : null;
}

interface Village {
  id: string;
  name: string;
}

/** The village that is meant by "Binangun", "Ds. Binangun", "DESA BINANGUN" or its Kemendagri code. */
export function findVillage<V extends Village>(text: string, villages: readonly V[]): V | null {
  const code = text.replace(/[\s.]/gu, "");
  const wanted = bareName(text);
  return (
    villages.find(({ id }) => id === text || (code !== "" && id.replaceAll(".", "") === code)) ??
    (wanted === "" ? undefined : villages.find(({ name }) => bareName(name) === wanted)) ??
    null
  );
}

function bareName(text: string): string {
  return foldWords(text)
    .replace(/^(pemerintah )?(desa|ds|kelurahan|kel|pemdes) /u, "")
    .replaceAll(" ", "");
}
