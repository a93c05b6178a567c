import { type ResultKind, resultKinds } from "../../domain/search/searched-kinds.ts";
import {
  type DocumentStatus,
  documentStatuses,
  type FollowUpStatus,
  followUpStatuses,
  type Theme,
  themes,
} from "../../domain/statuses.ts";

/** What is looked for, as it stands in the address of a page, so that it can be sent on. */
export interface SearchAddress {
  q: string;
  kind: ResultKind | null;
  theme: Theme | null;
  village: string | null;
  year: string | null;
  status: DocumentStatus | FollowUpStatus | null;
}

const names = {
  q: "q",
  kind: "jenis",
  theme: "tema",
  village: "desa",
  year: "tahun",
  status: "status",
};

/** Whatever an address says that there is not counts as nothing. */
export function readAddress(search: URLSearchParams): SearchAddress {
  const among = <T extends string>(all: readonly T[], name: string) =>
    all.find((each) => each === search.get(name)) ?? null;
  const year = search.get(names.year);
  return {
    q: search.get(names.q) ?? "",
    kind: among(resultKinds, names.kind),
    theme: among(themes, names.theme),
    village: search.get(names.village) || null,
    year: year !== null && /^\d{4}$/.test(year) ? year : null,
    status: among([...documentStatuses, ...followUpStatuses], names.status),
  };
}

export function writeAddress(address: SearchAddress): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of ["q", "kind", "theme", "village", "year", "status"] as const) {
    const value = address[name];
    if (value) search.set(names[name], value);
  }
  return search;
}

/** Without words: everything, narrowed down by nothing. */
export const noChoice: Omit<SearchAddress, "q"> = {
  ...{ kind: null, theme: null, village: null, year: null, status: null },
};

export function isNarrowed({ q: _, ...choices }: SearchAddress): boolean {
  return Object.values(choices).some((each) => each !== null);
}

/** The page of all results. */
export function searchPath(q: string): string {
  return `/cari?${writeAddress({ ...noChoice, q })}`;
}
