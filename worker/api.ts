import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { maxListRows } from "../domain/people-list.ts";
import { listTooLong, notFound, tooLarge } from "../domain/refusals.ts";
import { answerError, harden } from "./answers.ts";
import { requireOwnOrigin } from "./origin.ts";
import { requireAccess } from "./route-access.ts";
import type { ApiEnv } from "./routes/api-env.ts";
import { documentRoutes } from "./routes/documents.ts";
import { forumRoutes } from "./routes/forums.ts";
import { homeRoutes } from "./routes/home.ts";
import { meRoutes } from "./routes/me.ts";
import { memberRoutes } from "./routes/members.ts";
import { peopleRoutes } from "./routes/people.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signInRoutes } from "./routes/sign-in.ts";

const maxBodyBytes = 16 * 1024;
const maxListBytes = 256 * 1024;

const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw tooLarge();
  },
});
const limitList = bodyLimit({
  maxSize: maxListBytes,
  onError: () => {
    throw listTooLong(maxListRows);
  },
});
const listPaths: readonly string[] = ["/api/people/preview", "/api/people/import"];

export const api = new Hono<ApiEnv>()
  .basePath("/api")
  .onError(answerError)
  .notFound(() => answerError(notFound()))
  .use(async (c, next) => {
    if (!["GET", "HEAD"].includes(c.req.method)) requireOwnOrigin(c.req.raw);
    await next();
    harden(c.res);
  })
  .use((c, next) => (listPaths.includes(c.req.path) ? limitList : limitBody)(c, next))
  .use(requireAccess)
  .route("/sign-in", signInRoutes)
  .route("/session", sessionRoutes)
  .route("/me", meRoutes)
  .route("/home", homeRoutes)
  .route("/forums", forumRoutes)
  .route("/forums", memberRoutes)
  .route("/people", peopleRoutes)
  .route("/documents", documentRoutes);

export type Api = typeof api;
