/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { pageAddress } from "../../domain/publication/page-address.ts";
import { themeNames } from "../../domain/theme-names.ts";
import { formatDay } from "../../domain/time.ts";
import type { LibraryEntry, PublicLibrary } from "../actions/public-library.ts";
import { Layout } from "./Layout.tsx";
import { Pager } from "./PublicationPage.tsx";
import { pageWords } from "./page-words.ts";

const { filter } = pageWords;

/** Everything that is public, by theme, village and year. */
export function LibraryPage({ origin, library }: { origin: string; library: PublicLibrary }) {
  const { asked, entries, count, page, pageCount } = library;
  const isFiltered = asked.theme !== null || asked.villageId !== null || asked.year !== null;
  return (
    <Layout
      head={{
        title: pageWords.library,
        description: pageWords.libraryIntro,
        address: `${origin}/publik`,
      }}
    >
      <h1>{pageWords.library}</h1>
      <p>{pageWords.libraryIntro}</p>
      {(count > 0 || isFiltered) && <Filters library={library} />}
      {count === 0 ? (
        <p class="notice">{isFiltered ? pageWords.nothingFound : pageWords.nothing}</p>
      ) : (
        <>
          <p class="soft">{pageWords.found(count)}</p>
          <ul class="list">
            {entries.map((entry) => (
              <Entry entry={entry} />
            ))}
          </ul>
          <Pager address={`/publik?${queryOf(asked)}`} page={page} pageCount={pageCount} />
        </>
      )}
    </Layout>
  );
}

function Filters({ library: { asked, themes, villages, years } }: { library: PublicLibrary }) {
  return (
    <form class="filters" method="get" action="/publik" aria-label={filter.title}>
      <label>
        {filter.theme}
        <select name="tema">
          <option value="">{filter.all}</option>
          {themes.map((theme) => (
            <option value={theme} selected={theme === asked.theme}>
              {themeNames[theme]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {filter.village}
        <select name="desa">
          <option value="">{filter.all}</option>
          {villages.map(({ id, name }) => (
            <option value={id} selected={id === asked.villageId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {filter.year}
        <select name="tahun">
          <option value="">{filter.all}</option>
          {years.map((year) => (
            <option value={year} selected={year === asked.year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{filter.show}</button>
    </form>
  );
}

function Entry({ entry }: { entry: LibraryEntry }) {
  const { kind, subjectId, documentKind, title, theme, year, villages, publishedAt } = entry;
  const name =
    kind === "document" && documentKind
      ? pageWords.documentKinds[documentKind]
      : pageWords.kinds[kind];
  const facts = [themeNames[theme], String(year), ...villages.map((village) => village.name)];
  return (
    <li class="card">
      <p class="kind">
        {name} · {entry.districtName}
      </p>
      <a class="title" href={pageAddress(kind, subjectId)}>
        {title}
      </a>
      <p>{facts.join(" · ")}</p>
      <p class="soft">
        {pageWords.published(formatDay(publishedAt))}
        {entry.forumId && entry.forumTitle && (
          <>
            {" · "}
            <a href={`/publik/forum/${encodeURIComponent(entry.forumId)}`}>{entry.forumTitle}</a>
          </>
        )}
      </p>
    </li>
  );
}

function queryOf({ theme, villageId, year }: PublicLibrary["asked"]): string {
  const query = new URLSearchParams();
  if (theme !== null) query.set("tema", theme);
  if (villageId !== null) query.set("desa", villageId);
  if (year !== null) query.set("tahun", String(year));
  return query.toString();
}
