/** The lines at the head of an office's papers, from the top. */
export const letterheadLines = ["government", "office", "address", "contact"] as const;

export type LetterheadLines = Record<(typeof letterheadLines)[number], string>;

export const maxLetterheadLine = 200;

/** A coat of arms of 3 cm needs no more, and every paper fetches it. */
export const maxEmblemBytes = 300 * 1024;

/** What a picture of a coat of arms may be. */
export const emblemTypes = ["image/png", "image/jpeg"] as const;

/**
 * The lines as they are printed: where the office typed none, what the names of regency and district
 * say. Source: the kop of Permendagri 1/2023, in capitals.
 */
export function shownLetterhead(
  typed: LetterheadLines,
  names: { district: string; regency: string },
): LetterheadLines {
  return {
    ...typed,
    government: typed.government || `PEMERINTAH ${regencyOf(names.regency)}`,
    office: typed.office || `KECAMATAN ${districtPlace(names.district).toUpperCase()}`,
  };
}

/** The place in which an office signs: "Binangun" of "Kecamatan Binangun". */
export function districtPlace(district: string): string {
  return district.replace(/^kecamatan /i, "");
}

function regencyOf(name: string): string {
  const upper = name.toUpperCase();
  return /^(KABUPATEN|KOTA) /.test(upper) ? upper : `KABUPATEN ${upper}`;
}
