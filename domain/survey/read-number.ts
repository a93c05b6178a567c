/**
 * A number as Indonesian writes it: dots between thousands, a comma before decimals ("1.250,5"); also
 * with a dot before one or two decimals, as calculators show it. Null where it is none of these.
 */
export function readNumber(text: string): number | null {
  const typed = text.trim().replaceAll(/\s/g, "").replace(/^Rp/i, "");
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(typed) || /^-?\d+(,\d+)?$/.test(typed)) {
    return Number(typed.replaceAll(".", "").replace(",", "."));
  }
  return /^-?\d+\.\d{1,2}$/.test(typed) ? Number(typed) : null;
}

/** "1.250,5". */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 }).format(value);
}
