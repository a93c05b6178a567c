import { waitUntil } from "cloudflare:workers";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { maxFileBytes } from "../domain/file-type.ts";
import { maxListRows } from "../domain/people-list.ts";
import { fileTooLarge } from "../domain/refusals/files.ts";
import { listTooLong } from "../domain/refusals/people.ts";
import { notFound, tooLarge } from "../domain/refusals.ts";
import { deliverNotices } from "./actions/deliver-notices.ts";
import { indexDue } from "./actions/index-due.ts";
import { answerError, harden } from "./answers.ts";
import { limitWrites } from "./limit-writes.ts";
import { logBug } from "./log-bug.ts";
import { requireOwnOrigin } from "./origin.ts";
import { requireAccess } from "./route-access.ts";
import { agendaRoutes } from "./routes/agenda.ts";
import { announcementRoutes } from "./routes/announcements.ts";
import type { ApiEnv } from "./routes/api-env.ts";
import { attachmentRoutes, forumAttachmentRoutes, hardenFiles } from "./routes/attachments.ts";
import { attendanceRoutes } from "./routes/attendance.ts";
import { auditCsvRoutes, auditRoutes } from "./routes/audit.ts";
import { carriedFollowUpRoutes } from "./routes/carried-follow-ups.ts";
import { caseRoutes } from "./routes/cases.ts";
import { directoryRoutes } from "./routes/directory.ts";
import { documentRoutes } from "./routes/documents.ts";
import { evidenceFileRoutes, evidenceRoutes } from "./routes/evidence.ts";
import { followUpRoutes, villageFollowUpRoutes } from "./routes/follow-ups.ts";
import { doorRoutes, forumDoorRoutes } from "./routes/forum-doors.ts";
import { forumEvaluationRoutes } from "./routes/forum-evaluation.ts";
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
import { moduleRoutes } from "./routes/modules.ts";
import { outcomeRoutes } from "./routes/outcomes.ts";
import { passkeyRoutes } from "./routes/passkeys.ts";
import { peopleRoutes } from "./routes/people.ts";
import { personRoutes } from "./routes/person.ts";
import { practiceRoutes } from "./routes/practices.ts";
import { programStageRoutes } from "./routes/program-stages.ts";
import { questionRoutes } from "./routes/questions.ts";
import { redactionRoutes } from "./routes/redactions.ts";
import { registerRoutes, registerStatusRoutes } from "./routes/register.ts";
import { regulationRoutes } from "./routes/regulations.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { libraryRoutes, searchRoutes } from "./routes/search.ts";
import { sessionRoutes } from "./routes/session.ts";
import { deviceRoutes } from "./routes/sessions.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { fingerprintRoutes, signingRoutes } from "./routes/signing.ts";
import { surveyRoutes } from "./routes/surveys.ts";
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
const limitOf = (path: string) => {
  if (listPaths.includes(path)) return limitList;
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
  .route("/modules", moduleRoutes)
  .route("/outcomes", outcomeRoutes)
  .route("/fingerprints", fingerprintRoutes)
  .route("/people", personRoutes)
  .route("/surveys", surveyRoutes)
  .route("/regulations", regulationRoutes)
  .route("/practices", practiceRoutes)
  .route("/questions", questionRoutes)
  .route("/announcements", announcementRoutes)
  .route("/directory", directoryRoutes)
  .route("/settings", settingsRoutes)
  .route("/forums", forumEvaluationRoutes)
  .route("/program/stages", programStageRoutes)
  .route("/evidence", evidenceRoutes)
  .route("/evidence/files", evidenceFileRoutes)
  .route("/search", searchRoutes)
  .route("/library", libraryRoutes)
  .route("/audit", auditRoutes)
  .route("/audit.csv", auditCsvRoutes);

export type Api = typeof api;
