import { eq } from "drizzle-orm";
import type { ModuleStatus } from "../../domain/modules.ts";
import { moduleEvaluations, moduleUses } from "../db/module-schema.ts";
import type { RouteName } from "../route-access.ts";
import { addModule } from "../testing/modules.ts";
import type { Expected } from "./askers.ts";
import { db, here, own } from "./situations.ts";

/** In its circle the participant of village B, who was asked. */
const moduleIs = (status: ModuleStatus) => () =>
  addModule("module", { districtId: here, status, askedPersonIds: ["participant-b"] });

const moduleWasUsed = async () => {
  await moduleIs("trial")();
  await db.delete(moduleEvaluations).where(eq(moduleEvaluations.documentId, "module"));
  await db
    .insert(moduleUses)
    .values({ documentId: "module", forumId: "forum-in-session", place: 1, at: 1 })
    .onConflictDoNothing();
};

const moduleIsFree = async () => {
  await db.delete(moduleEvaluations).where(eq(moduleEvaluations.documentId, "module"));
  await db.delete(moduleUses).where(eq(moduleUses.documentId, "module"));
  await moduleIs("trial")();
};

export const modulesRows = {
  "GET /api/modules": own("/api/modules", 200),
  "POST /api/modules": [
    {
      path: "/api/modules",
      json: { title: "Menyusun RAB", theme: "planning" },
      who: "F E",
      answer: 201,
      seen: "P W N O C R I J V D",
    },
  ],
  "GET /api/modules/:moduleId": [
    { when: "Rancangan", path: "/api/modules/module", before: moduleIs("design"), who: "P F C" },
    {
      when: "Uji coba",
      path: "/api/modules/module",
      before: moduleIs("trial"),
      who: "P W V F C R J",
    },
    {
      when: "Terbit",
      path: "/api/modules/module",
      before: moduleIs("published"),
      who: "P W V F C R J",
    },
    {
      when: "Ditarik",
      path: "/api/modules/module",
      before: moduleIs("withdrawn"),
      who: "P W V F C",
    },
  ],
  "DELETE /api/modules/:moduleId": [
    {
      path: "/api/modules/module",
      before: moduleIsFree,
      who: "F",
      answer: 204,
      seen: "P W V C R J",
    },
    {
      when: "a forum used it",
      path: "/api/modules/module",
      before: moduleWasUsed,
      who: "F",
      answer: 409,
      seen: "P W V C R J",
    },
  ],
  "PUT /api/modules/:moduleId/status": [
    {
      when: "to Evaluasi",
      path: "/api/modules/module/status",
      json: { to: "evaluation" },
      before: moduleIs("trial"),
      who: "F",
      answer: 204,
      seen: "P W V C R J",
    },
    {
      when: "to Terbit",
      path: "/api/modules/module/status",
      json: { to: "published" },
      before: moduleIs("refined"),
      who: "C",
      answer: 204,
      seen: "P W V F R J",
    },
  ],
  "PUT /api/modules/:moduleId/writers/:personId": [
    {
      path: "/api/modules/module/writers/participant-a",
      json: { request: "Materi" },
      before: moduleIs("trial"),
      who: "F",
      answer: 204,
      seen: "P W V C R J",
    },
    {
      when: "somebody of no village",
      path: "/api/modules/module/writers/minute-taker",
      json: { request: "Materi" },
      before: moduleIs("trial"),
      who: "",
      seen: "P W V C R J",
    },
  ],
  "DELETE /api/modules/:moduleId/writers/:personId": [
    {
      path: "/api/modules/module/writers/participant-b",
      before: moduleIs("design"),
      who: "F",
      answer: 204,
      seen: "P C",
    },
  ],
  "PUT /api/modules/:moduleId/evaluations/:forumId": [
    {
      path: "/api/modules/module/evaluations/forum-in-session",
      json: { scales: { clear: 4, useful: 3, fitting: 2, applicable: 1 }, word: "" },
      before: moduleWasUsed,
      who: "P W F",
      answer: 204,
      seen: "C R J",
    },
    {
      when: "not used there",
      path: "/api/modules/module/evaluations/forum-in-session",
      json: { scales: { clear: 4, useful: 3, fitting: 2, applicable: 1 }, word: "" },
      before: moduleIsFree,
      who: "P W F",
      answer: 409,
      seen: "C R J",
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
