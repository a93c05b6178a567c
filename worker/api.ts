import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { notFound, tooLarge } from "../domain/refusals.ts";
import { answerError, harden } from "./answers.ts";
import { requireOwnOrigin } from "./origin.ts";
import { requireAccess } from "./route-access.ts";
import type { ApiEnv } from "./routes/api-env.ts";
import { auditCsvRoutes, auditRoutes } from "./routes/audit.ts";
import { documentRoutes } from "./routes/documents.ts";
import { forumRoutes } from "./routes/forums.ts";
import { homeRoutes } from "./routes/home.ts";
import { meRoutes } from "./routes/me.ts";
import { personRoutes } from "./routes/person.ts";
import { sessionRoutes } from "./routes/session.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { signInRoutes } from "./routes/sign-in.ts";

const maxBodyBytes = 16 * 1024;

export const api = new Hono<ApiEnv>()
  .basePath("/api")
  .onError(answerError)
  .notFound(() => answerError(notFound()))
  .use(async (c, next) => {
    if (!["GET", "HEAD"].includes(c.req.method)) requireOwnOrigin(c.req.raw);
    await next();
    harden(c.res);
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
  .route("/documents", documentRoutes)
  .route("/people", personRoutes)
  .route("/settings", settingsRoutes)
  .route("/audit", auditRoutes)
  .route("/audit.csv", auditCsvRoutes);

export type Api = typeof api;
