import type { PublicKind } from "../../domain/publication/public-content.ts";
import { type DocumentKind, type Theme, themes } from "../../domain/statuses.ts";
import { openDatabase } from "../db/open.ts";
import { selectLibrary } from "../db/public-reading.ts";
import type { Env } from "../env.ts";
import { subDistrict } from "./public-reading.ts";

export interface LibraryEntry {
  kind: PublicKind;
  subjectId: string;
  documentKind: DocumentKind | null;
  title: string;
  theme: Theme;
  year: number;
  villages: { id: string; name: string }[];
  districtName: string;
  forumId: string | null;
  forumTitle: string | null;
  publishedAt: number;
}

interface Asked {
  theme: Theme | null;
  villageId: string | null;
  year: number | null;
}

export interface PublicLibrary {
  asked: Asked;
  /** Those of the page that was asked for. */
  entries: LibraryEntry[];
  /** Of all that were found. */
  count: number;
  page: number;
  pageCount: number;
  /** What there is to choose from. */
  themes: Theme[];
  villages: { id: string; name: string }[];
  years: number[];
}

/** With titles and names as long as they may be a page stays below 30 kB. */
const entriesOnPage = 20;

/** What is public, of the theme, village and year that are asked for. */
export async function readLibrary(
  env: Env,
  given: { theme: string; villageId: string; year: string; page: number },
): Promise<PublicLibrary> {
  const rows = await selectLibrary(openDatabase(env), env.DEMO_PEOPLE === "yes");
  const all = rows.map(
    ({ documentKind, theme, villages, districtName, ...row }): LibraryEntry => ({
      ...row,
      districtName: subDistrict({ name: districtName }),
      // Written by `publish` alone.
      documentKind: documentKind as DocumentKind | null,
      theme: theme as Theme,
      villages: JSON.parse(villages) as LibraryEntry["villages"],
    }),
  );
  const villages = [
    ...new Map(all.flatMap((entry) => entry.villages).map((each) => [each.id, each])).values(),
  ].sort((a, b) => a.name.localeCompare(b.name, "id"));
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a);
  // What is not there to choose is not asked for.
  const asked: Asked = {
    theme: themes.find((theme) => theme === given.theme) ?? null,
    villageId: villages.find(({ id }) => id === given.villageId)?.id ?? null,
    year: years.find((year) => String(year) === given.year) ?? null,
  };
  const found = all.filter(
    (entry) =>
      (asked.theme === null || entry.theme === asked.theme) &&
      (asked.villageId === null || entry.villages.some(({ id }) => id === asked.villageId)) &&
      (asked.year === null || entry.year === asked.year),
  );
  const pageCount = Math.max(1, Math.ceil(found.length / entriesOnPage));
  const page = Math.min(given.page, pageCount);
  return {
    ...{ asked, page, pageCount, villages, years },
    entries: found.slice((page - 1) * entriesOnPage, page * entriesOnPage),
    count: found.length,
    themes: themes.filter((theme) => all.some((entry) => entry.theme === theme)),
  };
}
