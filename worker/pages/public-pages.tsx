/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { JSX } from "hono/jsx/jsx-runtime";
import { kindNamed } from "../../domain/publication/page-address.ts";
import { pagedWords } from "../../domain/publication/paged-words.ts";
import { Refusal, tooLarge } from "../../domain/refusals.ts";
import { formatDay } from "../../domain/time.ts";
import { askAsCitizen, newFormToken } from "../actions/citizens.ts";
import { readLibrary } from "../actions/public-library.ts";
import { readPublicForum, readPublicThing } from "../actions/public-reading.ts";
import { checkFingerprint } from "../actions/sign-offs.ts";
import { countCheck } from "../limit-writes.ts";
import { logBug } from "../log-bug.ts";
import { requireOwnOrigin } from "../origin.ts";
import type { ApiEnv } from "../routes/api-env.ts";
import { AskAgainPage, SentPage } from "./AskPages.tsx";
import { CheckPage } from "./CheckPage.tsx";
import { ForumPage } from "./ForumPage.tsx";
import { keptPage, type RenderedPage } from "./kept-page.ts";
import { PlainPage } from "./Layout.tsx";
import { LibraryPage } from "./LibraryPage.tsx";
import { PublicationPage } from "./PublicationPage.tsx";
import { pageStyleSource } from "./page-style.ts";
import { pageWords } from "./page-words.ts";

/** HTML that is left for a text beside head, style and facts: no page is larger than 30 kB. */
const wordBytes = 19_000;
const maxFormBytes = 8 * 1024;
const tokenPlace = "__tanda__";

const headers: Readonly<Record<string, string>> = {
  "cache-control": "no-cache",
  "content-security-policy": `default-src 'none'; style-src ${pageStyleSource}; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "content-type": "text/html; charset=utf-8",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // Forms say where they come from; other sites are told nothing.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

const missing = () => plain(404, pageWords.missing.title, [pageWords.missing.text]);

/** What everybody may read, without signing in and without a script. */
export const publicPages = new Hono<ApiEnv>()
  .onError((error) => {
    if (error instanceof Refusal && error.status === 404) return send(missing());
    if (error instanceof Refusal) {
      return send({ ...plain(200, pageWords.failed.title, [error.sentence.id]) }, error.status);
    }
    logBug(error);
    return send(plain(200, pageWords.failed.title, [pageWords.failed.text]), 500);
  })
  .notFound(() => send(missing()))
  .use(async (c, next) => {
    if (!["GET", "HEAD"].includes(c.req.method)) requireOwnOrigin(c.req.raw);
    await next();
  })
  .use(
    bodyLimit({
      maxSize: maxFormBytes,
      onError: () => {
        throw tooLarge();
      },
    }),
  )
  .get("/publik", async (c) => {
    const [tema, desa, tahun] = ["tema", "desa", "tahun"].map((name) => c.req.query(name) ?? "");
    const page = pageAsked(c);
    const address = addressOf(c, { tema, desa, tahun, hal: String(page) });
    return send(
      await keptPage(c.env, address, async () => {
        const given = { theme: tema ?? "", villageId: desa ?? "", year: tahun ?? "", page };
        const library = await readLibrary(c.env, given);
        return html(<LibraryPage origin={address.origin} library={library} />);
      }),
    );
  })
  .get("/publik/periksa", (c) =>
    send(html(<CheckPage origin={new URL(c.req.url).origin} asked={null} />)),
  )
  .post("/publik/periksa", async (c) => {
    countCheck(c.req.header("cf-connecting-ip") ?? "unknown");
    const text = String((await c.req.parseBody()).sidik ?? "").slice(0, 200);
    const { matches } = await checkFingerprint(c.env, text.replace(/\s+/g, ""));
    const { origin } = new URL(c.req.url);
    return send(html(<CheckPage origin={origin} asked={{ text, matches }} />));
  })
  .get("/publik/forum/:forumId", async (c) => {
    const { forumId } = c.req.param();
    const page = pageAsked(c);
    const address = addressOf(c, { hal: String(page) });
    const kept = await keptPage(c.env, address, async () => {
      const data = await readPublicForum(c.env, forumId, Date.now());
      if (data === null) return missing();
      const { origin } = address;
      return html(<ForumPage {...{ origin, forumId, data, page }} token={tokenPlace} />);
    });
    const token = await newFormToken(c.env, forumId, Date.now());
    return send({ ...kept, html: kept.html.replace(tokenPlace, token) });
  })
  .post("/publik/forum/:forumId/tanya", async (c) => {
    const { forumId } = c.req.param();
    const fields: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
    const [token, text, trap] = ["tanda", "pertanyaan", "situs"].map((name) => {
      const given = fields[name];
      return typeof given === "string" ? given : "";
    }) as [string, string, string];
    const address = c.req.header("cf-connecting-ip") ?? "unknown";
    try {
      await askAsCitizen(c.env, { forumId, token, text, trap, address }, Date.now());
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      const next = await newFormToken(c.env, forumId, Date.now());
      const problem = error.sentence.id;
      const again = html(<AskAgainPage {...{ forumId, text, problem }} token={next} />);
      return send(again, error.status);
    }
    return c.redirect(`/publik/forum/${encodeURIComponent(forumId)}/terkirim`, 303);
  })
  .get("/publik/forum/:forumId/terkirim", (c) =>
    send(html(<SentPage forumId={c.req.param("forumId")} />)),
  )
  .get("/publik/:kindName/:subjectId", async (c) => {
    const { kindName, subjectId } = c.req.param();
    const kind = kindNamed(kindName);
    if (kind === null) return send(missing());
    const page = pageAsked(c);
    const address = addressOf(c, { hal: String(page) });
    return send(
      await keptPage(c.env, address, async () => {
        const thing = await readPublicThing(c.env, kind, subjectId);
        if (thing === null) return missing();
        if ("withdrawn" in thing) return withdrawn(thing.withdrawn);
        const pages = pagedWords(thing.content.words, wordBytes);
        const words = pages[page - 1];
        if (words === undefined) return missing();
        const at = {
          origin: address.origin,
          kind,
          subjectId,
          words,
          page,
          pageCount: pages.length,
        };
        return html(<PublicationPage {...thing} {...at} />);
      }),
    );
  });

function withdrawn(thing: { withdrawnAt: number | null; districtName: string }): RenderedPage {
  const { title, text, today } = pageWords.withdrawn;
  const { withdrawnAt, districtName } = thing;
  const said =
    withdrawnAt === null ? today(districtName) : text(districtName, formatDay(withdrawnAt));
  return plain(410, title, [said]);
}

/** Only what a page depends on is a part of its address in the cache. */
function addressOf(c: Context<ApiEnv>, query: Record<string, string | undefined>): URL {
  const { origin, pathname } = new URL(c.req.url);
  const address = new URL(pathname, origin);
  for (const [name, value] of Object.entries(query)) {
    if (value) address.searchParams.set(name, value.slice(0, 64));
  }
  return address;
}

function pageAsked(c: Context<ApiEnv>): number {
  const asked = Number(c.req.query("hal") ?? "1");
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
}

function plain(
  status: RenderedPage["status"],
  title: string,
  texts: readonly string[],
): RenderedPage {
  return { ...html(<PlainPage title={title} texts={texts} />), status };
}

function html(element: JSX.Element): RenderedPage {
  return { html: `<!doctype html>${element}`, status: 200 };
}

function send(page: RenderedPage, status: number = page.status): Response {
  return new Response(page.html, { status, headers });
}
