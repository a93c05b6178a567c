import { useSearchParams } from "wouter";
import { isPeriod, type Period, thisYear } from "../../domain/evidence/period.ts";

/** The period in the page's address; without one, or with one that cannot be, this year. */
export function usePeriod(): [Period, (period: Period) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = { from: search.get("dari") ?? "", to: search.get("sampai") ?? "" };
  const period = isPeriod(asked) ? asked : thisYear(Date.now());
  return [period, ({ from, to }) => setSearch({ dari: from, sampai: to }, { replace: true })];
}

/** For the address of a page about the same period. */
export function searchOf({ from, to }: Period): string {
  return `?${new URLSearchParams({ dari: from, sampai: to })}`;
}
