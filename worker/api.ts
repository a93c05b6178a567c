import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { maxFileBytes } from "../domain/file-type.ts";
import { maxEmblemBytes } from "../domain/letterhead.ts";
import { maxListRows } from "../domain/people-list.ts";
import { fileTooLarge } from "../domain/refusals/files.ts";
import { emblemTooLarge } from "../domain/refusals/letterhead.ts";
import { listTooLong } from "../domain/refusals/people.ts";
import { notFound, tooLarge } from "../domain/refusals.ts";
import { deliverNotices } from "./actions/deliver-notices.ts";
import { indexDue } from "./actions/index-due.ts";
import { answerError, harden } from "./answers.ts";
import { limitWrites } from "./limit-writes.ts";
import { logBug } from "./log-bug.ts";
import { keepApi } from "./openapi/described-api.ts";
import { requireOwnOrigin } from "./origin.ts";
import { requireAccess, routeAccess } from "./route-access.ts";
import { agendaRoutes } from "./routes/agenda.ts";
import type { ApiEnv } from "./routes/api-env.ts";
import { attachmentRoutes, forumAttachmentRoutes, hardenFiles } from "./routes/attachments.ts";
import { attendanceRoutes } from "./routes/attendance.ts";
import { auditCsvRoutes, auditRoutes } from "./routes/audit.ts";
import { carriedFollowUpRoutes } from "./routes/carried-follow-ups.ts";
import { caseRoutes } from "./routes/cases.ts";
import { documentRoutes } from "./routes/documents.ts";
import { followUpRoutes, villageFollowUpRoutes } from "./routes/follow-ups.ts";
import { doorRoutes, forumDoorRoutes } from "./routes/forum-doors.ts";
import { forumPlanningRoutes } from "./routes/forum-planning.ts";
import { forumSessionRoutes } from "./routes/forum-session.ts";
import { forumVillageRoutes } from "./routes/forum-villages.ts";
import { forumRoutes } from "./routes/forums.ts";
import { guestRoutes } from "./routes/guests.ts";
import { historyRoutes } from "./routes/history.ts";
import { homeRoutes } from "./routes/home.ts";
import { lockRoutes } from "./routes/locks.ts";
import { meRoutes } from "./routes/me.ts";
import { memberRoutes } from "./routes/members.ts";
import { outwardApi } from "./routes/outward-api.ts";
import { passkeyRoutes } from "./routes/passkeys.ts";
import { peopleRoutes } from "./routes/people.ts";
import { personRoutes } from "./routes/person.ts";
import { programApi } from "./routes/program-api.ts";
import { redactionRoutes } from "./routes/redactions.ts";
import { registerRoutes, registerStatusRoutes } from "./routes/register.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { sessionRoutes } from "./routes/session.ts";
import { deviceRoutes } from "./routes/sessions.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { fingerprintRoutes, signingRoutes } from "./routes/signing.ts";
import { threadRoutes } from "./routes/threads.ts";
import { versionRoutes } from "./routes/versions.ts";
import { waitingDeviceRoutes } from "./routes/waiting-devices.ts";

const maxBodyBytes = 16 * 1024;
const maxListBytes = 256 * 1024;
/** Of sixty questions with their choices, or of their answers. */
const maxSurveyBytes = 512 * 1024;

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
const limitSurvey = bodyLimit({
  maxSize: maxSurveyBytes,
  onError: () => {
    throw tooLarge();
  },
});
const limitFile = bodyLimit({
  maxSize: maxFileBytes,
  onError: () => {
    throw fileTooLarge();
  },
});
const limitEmblem = bodyLimit({
  maxSize: maxEmblemBytes,
  onError: () => {
    throw emblemTooLarge();
  },
});
const limitOf = (path: string) => {
  if (listPaths.includes(path)) return limitList;
  if (path === "/api/letterhead/emblem") return limitEmblem;
  if (path.startsWith("/api/surveys")) return limitSurvey;
  return filePaths.test(path) ? limitFile : limitBody;
};
const filePaths = /^\/api\/(?:forums\/[^/]+\/attachments|evidence\/files)$/;
const listPaths: readonly string[] = ["/api/people/preview", "/api/people/import"];

export const api = new Hono<ApiEnv>()
  .basePath("/api")
  .onError(answerError)
  .notFound(() => answerError(notFound()))
  .use("/attachments/*", hardenFiles)
  .use("/evidence/files/*", hardenFiles)
  .use("/letterhead/emblem", hardenFiles)
  .use("/forums/:forumId/letterhead/emblem", hardenFiles)
  .use(async (c, next) => {
    const isWrite = !["GET", "HEAD"].includes(c.req.method);
    if (isWrite) requireOwnOrigin(c.req.raw);
    await next();
    harden(c.res);
    // Rooms hear of a changed right at once (R4); what fails here is delivered by the next one.
    if (isWrite && c.res.ok) waitUntil(deliverNotices(c.env).catch(logBug));
    // What was written is found a moment later.
    if (isWrite && c.res.ok) waitUntil(indexDue(c.env).catch(logBug));
  })
  .use((c, next) => limitOf(c.req.path)(c, next))
  .use(requireAccess)
  .use(limitWrites)
  .route("/sign-in", signInRoutes)
  .route("/session", sessionRoutes)
  .route("/sessions", deviceRoutes)
  .route("/waiting-devices", waitingDeviceRoutes)
  .route("/passkeys", passkeyRoutes)
  .route("/me", meRoutes)
  .route("/home", homeRoutes)
  .route("/forums", forumRoutes)
  .route("/forums", memberRoutes)
  .route("/forums", forumPlanningRoutes)
  .route("/forums", agendaRoutes)
  .route("/forums", forumVillageRoutes)
  .route("/forums", guestRoutes)
  .route("/forums", caseRoutes)
  .route("/people", peopleRoutes)
  .route("/forums", forumDoorRoutes)
  .route("/forums", attendanceRoutes)
  .route("/forums", forumAttachmentRoutes)
  .route("/attachments", attachmentRoutes)
  .route("/forum-doors", doorRoutes)
  .route("/forums", forumSessionRoutes)
  .route("/documents", documentRoutes)
  .route("/documents", registerStatusRoutes)
  .route("/forums", registerRoutes)
  .route("/forums", carriedFollowUpRoutes)
  .route("/follow-ups", followUpRoutes)
  .route("/villages", villageFollowUpRoutes)
  .route("/documents", threadRoutes)
  .route("/documents", historyRoutes)
  .route("/documents", lockRoutes)
  .route("/documents", versionRoutes)
  .route("/documents", signingRoutes)
  .route("/documents", reviewRoutes)
  .route("/documents", redactionRoutes)
  .route("/fingerprints", fingerprintRoutes)
  .route("/people", personRoutes)
  .route("/", programApi)
  .route("/settings", settingsRoutes)
  .route("/", outwardApi)
  .route("/audit", auditRoutes)
  .route("/audit.csv", auditCsvRoutes);

keepApi(api.routes, routeAccess);

export type Api = typeof api;
