import { Hono } from "hono";
import { announcementRoutes } from "./announcements.ts";
import type { SignedInEnv } from "./api-env.ts";
import { directoryRoutes } from "./directory.ts";
import { evidenceFileRoutes, evidenceRoutes } from "./evidence.ts";
import { forumEvaluationRoutes } from "./forum-evaluation.ts";
import { moduleRoutes } from "./modules.ts";
import { outcomeRoutes } from "./outcomes.ts";
import { practiceRoutes } from "./practices.ts";
import { priorityVoteRoutes } from "./priority-votes.ts";
import { problemMapRoutes, problemRoutes } from "./problem-map.ts";
import { programStageRoutes } from "./program-stages.ts";
import { questionRoutes } from "./questions.ts";
import { regulationRoutes } from "./regulations.ts";
import { libraryRoutes, searchRoutes } from "./search.ts";
import { surveyRoutes } from "./surveys.ts";

/** The programme around the forum. Apart, for types of one long chain are given up by the compiler. */
export const programApi = new Hono<SignedInEnv>()
  .route("/search", searchRoutes)
  .route("/library", libraryRoutes)
  .route("/modules", moduleRoutes)
  .route("/outcomes", outcomeRoutes)
  .route("/surveys", surveyRoutes)
  .route("/regulations", regulationRoutes)
  .route("/practices", practiceRoutes)
  .route("/problem-map", problemMapRoutes)
  .route("/problems", problemRoutes)
  .route("/priority-votes", priorityVoteRoutes)
  .route("/questions", questionRoutes)
  .route("/announcements", announcementRoutes)
  .route("/directory", directoryRoutes)
  .route("/forums", forumEvaluationRoutes)
  .route("/program/stages", programStageRoutes)
  .route("/evidence", evidenceRoutes)
  .route("/evidence/files", evidenceFileRoutes);
