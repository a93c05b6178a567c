import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { notFound, tooLarge } from "../domain/refusals.ts";
import { deliverNotices } from "./actions/deliver-notices.ts";
import { answerError, harden } from "./answers.ts";
import { logBug } from "./log-bug.ts";
import { requireOwnOrigin } from "./origin.ts";
import { requireAccess } from "./route-access.ts";
import type { ApiEnv } from "./routes/api-env.ts";
import { documentRoutes } from "./routes/documents.ts";
import { forumRoutes } from "./routes/forums.ts";
import { homeRoutes } from "./routes/home.ts";
import { meRoutes } from "./routes/me.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signInRoutes } from "./routes/sign-in.ts";

const maxBodyBytes = 16 * 1024;

export const api = new Hono<ApiEnv>()
  .basePath("/api")
  .onError(answerError)
  .notFound(() => answerError(notFound()))
  .use(async (c, next) => {
    const isWrite = !["GET", "HEAD"].includes(c.req.method);
    if (isWrite) requireOwnOrigin(c.req.raw);
    await next();
    harden(c.res);
    // Rooms hear of a changed right at once (R4); what fails here is delivered by the next one.
    if (isWrite && c.res.ok) waitUntil(deliverNotices(c.env).catch(logBug));
  })
  .use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw tooLarge();
      },
    }),
  )
  .use(requireAccess)
  .route("/sign-in", signInRoutes)
  .route("/session", sessionRoutes)
  .route("/me", meRoutes)
  .route("/home", homeRoutes)
  .route("/forums", forumRoutes)
  .route("/documents", documentRoutes);

export type Api = typeof api;
