/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { pageStyle } from "./page-style.ts";
import { pageWords } from "./page-words.ts";

export interface PageHead {
  title: string;
  /** What WhatsApp and others show under the title. */
  description: string;
  /** The page's own address, whole; null where it has none. */
  address: string | null;
}

/** What all public pages have around their own words. No script, nothing from elsewhere. */
export function Layout({ head, children }: { head: PageHead; children: Child }) {
  const { title, description, address } = head;
  const full = title === pageWords.product ? title : `${title} · ${pageWords.product}`;
  return (
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{full}</title>
        <meta name="description" content={description} />
        <meta property="og:type" content="article" />
        <meta property="og:site_name" content={pageWords.product} />
        <meta property="og:locale" content="id_ID" />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        {address && <meta property="og:url" content={address} />}
        {address && <link rel="canonical" href={address} />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <style>{raw(pageStyle)}</style>
      </head>
      <body>
        <a class="skip" href="#isi">
          {pageWords.skip}
        </a>
        <header class="bar">
          <nav aria-label={pageWords.product}>
            <a class="brand" href="/publik">
              {pageWords.product}
            </a>
            <a href="/publik/periksa">{pageWords.check}</a>
          </nav>
        </header>
        <main id="isi">{children}</main>
        <footer>
          <p>{pageWords.foot}</p>
          <p>
            <a href="/publik">{pageWords.library}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

/** A page of a heading and a few sentences. */
export function PlainPage({ title, texts }: { title: string; texts: readonly string[] }) {
  return (
    <Layout head={{ title, description: texts[0] ?? title, address: null }}>
      <h1>{title}</h1>
      {texts.map((text) => (
        <p>{text}</p>
      ))}
      <p>
        <a class="button" href="/publik">
          {pageWords.toLibrary}
        </a>
      </p>
    </Layout>
  );
}
