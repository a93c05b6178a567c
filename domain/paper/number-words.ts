const units = [
  ...["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"],
  ...["sepuluh", "sebelas"],
];

/** A number as Indonesian papers spell it out. @param value a whole number from 0 to 9999 */
export function numberInWords(value: number): string {
  if (value < 12) return units[value] ?? "";
  if (value < 20) return `${numberInWords(value - 10)} belas`;
  if (value < 100) return joined(value, 10, "puluh");
  if (value < 200) return `seratus${rest(value - 100)}`;
  if (value < 1000) return joined(value, 100, "ratus");
  if (value < 2000) return `seribu${rest(value - 1000)}`;
  return joined(value, 1000, "ribu");
}

function joined(value: number, by: number, name: string): string {
  return `${numberInWords(Math.floor(value / by))} ${name}${rest(value % by)}`;
}

function rest(value: number): string {
  return value === 0 ? "" : ` ${numberInWords(value)}`;
}
