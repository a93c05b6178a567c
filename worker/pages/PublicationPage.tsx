/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { wordsIn } from "../../domain/document/words-in.ts";
import { pageAddress } from "../../domain/publication/page-address.ts";
import type {
  PublicContent,
  PublicForum,
  PublicKind,
} from "../../domain/publication/public-content.ts";
import { themeNames } from "../../domain/theme-names.ts";
import { formatDay, formatTimeRange } from "../../domain/time.ts";
import { Layout } from "./Layout.tsx";
import { pageWords } from "./page-words.ts";
import { Words } from "./Words.tsx";

interface Props {
  origin: string;
  kind: PublicKind;
  subjectId: string;
  forumId: string | null;
  content: PublicContent;
  edition: number;
  publishedAt: number;
  districtName: string;
  /** What of it stands on this page, from 1. */
  words: ReadingNode;
  page: number;
  pageCount: number;
}

/** One published thing. */
export function PublicationPage(props: Props) {
  const { origin, kind, subjectId, forumId, content, edition, publishedAt, districtName } = props;
  const { title, documentKind, theme, year, villages, forum, signed } = content;
  const address = pageAddress(kind, subjectId);
  const kindName =
    documentKind && kind === "document"
      ? pageWords.documentKinds[documentKind]
      : pageWords.kinds[kind];
  return (
    <Layout
      head={{
        title,
        description: summaryOf(content, kindName, districtName),
        address: origin + address,
      }}
    >
      <p class="kind">
        {kindName} · {districtName}
      </p>
      <h1>{title}</h1>
      <dl>
        <dt>{pageWords.theme}</dt>
        <dd>{themeNames[theme]}</dd>
        <dt>{pageWords.year}</dt>
        <dd>{year}</dd>
        {villages.length > 0 && (
          <>
            <dt>{pageWords.villages}</dt>
            <dd>{villages.map(({ name }) => name).join(", ")}</dd>
          </>
        )}
        {forum && (
          <>
            <dt>{pageWords.forum}</dt>
            <dd>{forum.title}</dd>
            <ForumFacts forum={forum} />
          </>
        )}
      </dl>
      <p class="soft">{pageWords.edition(edition, formatDay(publishedAt))}.</p>
      <Words node={props.words} />
      <Pager address={address} page={props.page} pageCount={props.pageCount} />
      {signed && (
        <section>
          <h2>{pageWords.signed(formatDay(signed.at))}</h2>
          <p>
            {pageWords.fingerprint} <code>{signed.fingerprint.match(/.{8}/g)?.join(" ")}</code>
          </p>
          <p>
            <a href="/publik/periksa">{pageWords.check}</a>
          </p>
        </section>
      )}
      {forumId !== null && (
        <p>
          <a href={`/publik/forum/${encodeURIComponent(forumId)}`}>{pageWords.toForum}</a>
        </p>
      )}
    </Layout>
  );
}

/** When and where, as rows of a list of facts. */
export function ForumFacts({ forum }: { forum: PublicForum }) {
  return (
    <>
      <dt>{pageWords.when}</dt>
      <dd>
        {formatDay(forum.startsAt)} pukul {formatTimeRange(forum.startsAt, forum.endsAt)}
      </dd>
      <dt>{pageWords.place}</dt>
      <dd>{forum.place}</dd>
    </>
  );
}

export function Pager(props: { address: string; page: number; pageCount: number }) {
  const { address, page, pageCount } = props;
  if (pageCount < 2) return null;
  const at = (number: number) => `${address}${address.includes("?") ? "&" : "?"}hal=${number}`;
  return (
    <nav class="pager" aria-label={pageWords.pages(page, pageCount)}>
      {page > 1 && <a href={at(page - 1)}>{pageWords.previousPage}</a>}
      <span>{pageWords.pages(page, pageCount)}</span>
      {page < pageCount && <a href={at(page + 1)}>{pageWords.nextPage}</a>}
    </nav>
  );
}

/** A line for whoever gets the link in a message. */
function summaryOf(
  { words, theme }: PublicContent,
  kindName: string,
  districtName: string,
): string {
  const begin = wordsIn(words).replace(/\s+/g, " ").trim();
  const short = begin.length > 160 ? `${begin.slice(0, 160).replace(/\s+\S*$/u, "")}…` : begin;
  return `${kindName}, ${themeNames[theme]} · ${districtName}. ${short}`;
}
