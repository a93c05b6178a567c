import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { type HistoryView, readView, writeView } from "./view-address.ts";

export type ShowView = (view: HistoryView, options?: { replace?: boolean }) => void;

/** What is looked at stands in the address, so that it can be sent on and gone back from. */
export function useHistoryView(last: number, before: number): [HistoryView, ShowView] {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readView(search, last, before), [search, last, before]);
  const show: ShowView = (next, options) => setSearch(writeView(next, last), options);
  return [view, show];
}
