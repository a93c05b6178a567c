import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { z } from "zod";
import { libraryKinds, resultKinds } from "../../domain/search/searched-kinds.ts";
import { documentStatuses, followUpStatuses, themes } from "../../domain/statuses.ts";
import { indexDue } from "../actions/index-due.ts";
import { readLibrary, readMore, readVillages, search } from "../actions/search.ts";
import { logBug } from "../log-bug.ts";
import type { SignedInEnv } from "./api-env.ts";
import { queryOf } from "./query-of.ts";

const about = {
  theme: z.enum(themes).optional(),
  village: z.string().max(64).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
};
/** What is typed is refused in words where it is too long. */
const typed = z.string().max(20_000);
const searched = z.object({
  ...about,
  q: typed,
  kind: z.enum(resultKinds).optional(),
  status: z.enum([...documentStatuses, ...followUpStatuses]).optional(),
});
const more = z.object({ q: typed.optional(), refs: z.string().max(1500) });
const library = z.object({ ...about, kind: z.enum(libraryKinds).optional() });

export const searchRoutes = new Hono<SignedInEnv>()
  .get("/", queryOf(searched), async (c) => {
    const {
      q,
      kind,
      theme = null,
      village = null,
      year = null,
      status = null,
    } = c.req.valid("query");
    const filter = { theme, villageId: village, year, status };
    const kinds = kind === undefined ? resultKinds : [kind];
    const answer = await search(c.env, c.var.me, { q, kinds, ...filter });
    // Who searches helps where the index is behind, unless the search took many statements itself.
    const tookMany = answer.corrected !== null || answer.isPartly;
    if (!tookMany) waitUntil(indexDue(c.env).catch(logBug));
    return c.json(answer);
  })
  .get("/more", queryOf(more), async (c) => {
    const { q = null, refs } = c.req.valid("query");
    return c.json(await readMore(c.env, c.var.me, { q, refs: refs.split(",") }));
  });

export const libraryRoutes = new Hono<SignedInEnv>()
  .get("/", queryOf(library), async (c) => {
    const { kind = null, theme = null, village = null, year = null } = c.req.valid("query");
    return c.json(await readLibrary(c.env, c.var.me, { kind, theme, villageId: village, year }));
  })
  .get("/villages", async (c) => c.json(await readVillages(c.env, c.var.me)));
