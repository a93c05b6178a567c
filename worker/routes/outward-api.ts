import { Hono } from "hono";
import type { SignedInEnv } from "./api-env.ts";
import { apiKeyRoutes } from "./api-keys.ts";
import { apiV1Routes } from "./api-v1.ts";
import { feedRoutes, forumCalendarRoutes } from "./calendars.ts";
import { citizenQuestionRoutes } from "./citizen-questions.ts";
import { forumLetterheadRoutes, letterheadRoutes } from "./letterhead.ts";
import { openApiRoutes } from "./open-api.ts";
import { publicationRoutes } from "./publications.ts";

/** What leaves the forum. Apart, for types of one long chain are given up by the compiler. */
export const outwardApi = new Hono<SignedInEnv>()
  .route("/publications", publicationRoutes)
  .route("/citizen-questions", citizenQuestionRoutes)
  .route("/me/calendar", feedRoutes)
  .route("/forums", forumCalendarRoutes)
  .route("/letterhead", letterheadRoutes)
  .route("/forums", forumLetterheadRoutes)
  .route("/keys", apiKeyRoutes)
  .route("/v1", apiV1Routes)
  .route("/openapi.json", openApiRoutes);
