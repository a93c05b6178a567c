import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { ExtractSchema } from "hono/types";
import type { Action } from "../domain/permissions.ts";
import { notFound, notSignedIn } from "../domain/refusals.ts";
import { findSignedIn, noteLastSeen } from "./actions/sessions.ts";
import type { Api } from "./api.ts";
import { readCookie } from "./cookies.ts";
import type { SignedInEnv } from "./routes/api-env.ts";

type Schema = ExtractSchema<Api>;
type MethodOf<Path extends keyof Schema & string> = Extract<keyof Schema[Path], `$${string}`>;

/** Each route of the API, as "GET /api/forums/:forumId": a new one is a type error until it stands below. */
export type RouteName = {
  [Path in keyof Schema & string]: MethodOf<Path> extends `$${infer Method}`
    ? `${Uppercase<Method>} ${Path}`
    : never;
}[keyof Schema & string];

/**
 * Who may call a route: everyone, whoever is signed in (for their own things), or whom an action of
 * the table of permissions names. A route that does not stand here answers nobody.
 */
export const routeAccess = {
  "POST /api/sign-in/preview": "everyone",
  "POST /api/sign-in": "everyone",
  "POST /api/sign-in/passkey/options": "everyone",
  "POST /api/sign-in/passkey": "everyone",
  "DELETE /api/session": "everyone",
  "GET /api/sessions": "signedIn",
  "DELETE /api/sessions": "signedIn",
  "DELETE /api/sessions/:sessionId": "signedIn",
  "POST /api/waiting-devices": "everyone",
  "POST /api/waiting-devices/entry": "everyone",
  "POST /api/waiting-devices/seen": "signedIn",
  "POST /api/waiting-devices/confirmation": "signedIn",
  "POST /api/waiting-devices/refusal": "signedIn",
  "GET /api/passkeys": "signedIn",
  "POST /api/passkeys": "signedIn",
  "POST /api/passkeys/options": "signedIn",
  "DELETE /api/passkeys/:credentialId": "signedIn",
  "GET /api/me": "signedIn",
  "PATCH /api/me": "signedIn",
  "GET /api/me/profile": "signedIn",
  "GET /api/me/notice": "signedIn",
  "POST /api/me/notice": "signedIn",
  "POST /api/me/data": "signedIn",
  "GET /api/home": "signedIn",
  "GET /api/home/waiting": "signedIn",
  "POST /api/forum-doors/preview": "everyone",
  "POST /api/forum-doors/claims": "everyone",
  "GET /api/forums/:forumId": "forum.see",
  "POST /api/forums": "forum.create",
  "PATCH /api/forums/:forumId": "forum.configure",
  "POST /api/forums/:forumId/agenda": "forum.configure",
  "PUT /api/forums/:forumId/agenda": "forum.configure",
  "PATCH /api/forums/:forumId/agenda/:itemId": "forum.configure",
  "DELETE /api/forums/:forumId/agenda/:itemId": "forum.configure",
  "POST /api/forums/:forumId/villages": "forum.configure",
  "PUT /api/forums/:forumId/villages": "forum.configure",
  "DELETE /api/forums/:forumId/villages/:villageId": "forum.configure",
  "POST /api/forums/:forumId/guests": "person.manage",
  "PUT /api/forums/:forumId/guests/:personId": "person.manage",
  "POST /api/forums/:forumId/cases": "case.propose",
  "PUT /api/forums/:forumId/cases": "case.sort",
  "PUT /api/forums/:forumId/status": "forum.move",
  "GET /api/forums/:forumId/door": "forum.configure",
  "POST /api/forums/:forumId/door": "forum.configure",
  "DELETE /api/forums/:forumId/door": "forum.configure",
  "POST /api/forums/:forumId/door/claims/:claimId/confirmation": "forum.configure",
  "POST /api/forums/:forumId/door/claims/:claimId/refusal": "forum.configure",
  "GET /api/forums/:forumId/attendance": "forum.see",
  "GET /api/forums/:forumId/attendance/code": "attendance.all",
  "PUT /api/forums/:forumId/attendance/own": "attendance.own",
  "PUT /api/forums/:forumId/attendance/:personId": "attendance.all",
  "POST /api/forums/:forumId/attachments": "forum.see",
  "GET /api/attachments/:attachmentId": "forum.see",
  "DELETE /api/attachments/:attachmentId": "file.remove",
  "GET /api/forums/:forumId/session": "forum.see",
  "PUT /api/forums/:forumId/session/item": "forum.lead",
  "PUT /api/forums/:forumId/session/timer": "forum.lead",
  "POST /api/forums/:forumId/session/turns": "floor.ask",
  "PUT /api/forums/:forumId/session/turns/:turnId": "forum.lead",
  "DELETE /api/forums/:forumId/session/turns/:turnId": "floor.ask",
  "PUT /api/forums/:forumId/session/lead": "forum.lead",
  "DELETE /api/forums/:forumId/session/lead/:leadId": "forum.lead",
  "PUT /api/forums/:forumId/session/place": "forum.lead",
  "POST /api/forums/:forumId/session/polls": "forum.lead",
  "PUT /api/forums/:forumId/session/polls/:pollId": "forum.lead",
  "PUT /api/forums/:forumId/session/vote": "poll.vote",
  "GET /api/documents/:documentId": "document.see",
  "GET /api/documents/:documentId/reading": "document.see",
  "PUT /api/documents/:documentId/status": "document.move",
  "GET /api/documents/:documentId/history": "history.villages",
  "GET /api/documents/:documentId/history/record.csv": "history.villages",
  "GET /api/documents/:documentId/history/record.json": "history.villages",
  "PUT /api/documents/:documentId/history/restoration": "version.restore",
  "GET /api/documents/:documentId/history/stretches": "history.villages",
  "GET /api/documents/:documentId/history/comparison": "history.villages",
  "GET /api/documents/:documentId/register-statuses": "document.see",
  "GET /api/forums/:forumId/register": "forum.see",
  "GET /api/forums/:forumId/carried-follow-ups": "forum.see",
  "POST /api/forums/:forumId/carried-follow-ups": "forum.configure",
  "DELETE /api/forums/:forumId/carried-follow-ups/:followUpId": "forum.configure",
  "GET /api/follow-ups": "signedIn",
  "GET /api/follow-ups/reminders": "signedIn",
  "GET /api/villages/:villageId/follow-ups": "signedIn",
  "PUT /api/follow-ups/:followUpId/status": "followUp.update",
  "POST /api/follow-ups/:followUpId/reports": "followUp.update",
  "POST /api/follow-ups/:followUpId/postponement": "followUp.postpone",
  "GET /api/documents/:documentId/threads": "document.see",
  "POST /api/documents/:documentId/threads": "document.annotate",
  "PUT /api/documents/:documentId/threads/reading": "document.see",
  "DELETE /api/documents/:documentId/threads/:threadId": "document.annotate",
  "POST /api/documents/:documentId/threads/:threadId/replies": "document.annotate",
  "DELETE /api/documents/:documentId/threads/:threadId/replies/:replyId": "document.annotate",
  "PUT /api/documents/:documentId/threads/:threadId/closure": "thread.close",
  "DELETE /api/documents/:documentId/threads/:threadId/closure": "thread.close",
  "PUT /api/documents/:documentId/threads/:threadId/acceptance": "suggestion.accept",
  "PUT /api/documents/:documentId/locks/:containerId": "document.lock",
  "DELETE /api/documents/:documentId/locks/:containerId": "document.lock",
  "GET /api/documents/:documentId/versions": "history.villages",
  "POST /api/documents/:documentId/versions": "version.name",
  "PATCH /api/documents/:documentId/versions/:versionId": "version.name",
  "POST /api/documents/:documentId/submission": "document.move",
  "PUT /api/documents/:documentId/submission/answer": "document.confirm",
  "PUT /api/documents/:documentId/sign-off": "document.move",
  "PUT /api/documents/:documentId/return": "document.move",
  "PUT /api/documents/:documentId/publication": "document.move",
  "DELETE /api/documents/:documentId/publication": "document.move",
  "POST /api/documents/:documentId/correction": "document.correct",
  "GET /api/documents/:documentId/signed-file": "document.export",
  "GET /api/documents/:documentId/review": "history.names",
  "PUT /api/documents/:documentId/review": "review.note",
  "POST /api/documents/:documentId/review-notes": "review.note",
  "GET /api/fingerprints/:fingerprint": "everyone",
  "GET /api/modules": "signedIn",
  "POST /api/modules": "module.edit",
  "GET /api/modules/:moduleId": "document.see",
  "DELETE /api/modules/:moduleId": "module.edit",
  "PUT /api/modules/:moduleId/status": "module.move",
  "PUT /api/modules/:moduleId/writers/:personId": "module.edit",
  "DELETE /api/modules/:moduleId/writers/:personId": "module.edit",
  "PUT /api/modules/:moduleId/evaluations/:forumId": "module.evaluate",
  "GET /api/outcomes": "signedIn",
  "GET /api/outcomes/:documentId": "document.see",
  "PUT /api/outcomes/:documentId": "outcome.write",
  "PUT /api/outcomes/:documentId/result": "outcome.write",
  "PUT /api/outcomes/:documentId/application": "outcome.apply",
  "DELETE /api/outcomes/:documentId/application": "outcome.apply",
  "GET /api/people": "people.see",
  "POST /api/people": "person.manage",
  "POST /api/people/preview": "person.manage",
  "POST /api/people/import": "person.manage",
  "POST /api/people/links": "person.manage",
  "DELETE /api/people/:personId/links": "person.manage",
  "PUT /api/forums/:forumId/members/:personId": "forum.configure",
  "DELETE /api/forums/:forumId/members/:personId": "forum.configure",
  "GET /api/people/:personId": "person.manage",
  "PATCH /api/people/:personId": "person.manage",
  "DELETE /api/people/:personId": "person.manage",
  "POST /api/people/:personId/code": "person.manage",
  "PUT /api/people/:personId/roles/:role": "person.manage",
  "DELETE /api/people/:personId/roles/:role": "person.manage",
  "GET /api/settings": "settings.change",
  "PUT /api/settings": "settings.change",
  "GET /api/audit": "audit.read",
  "GET /api/audit/choices": "audit.read",
  "GET /api/audit/check": "audit.read",
  "POST /api/audit.csv": "audit.read",
} as const satisfies Record<RouteName, Action | "everyone" | "signedIn">;

const accessOf = new Map<string, string>(Object.entries(routeAccess));

/** Refuses by default; says who is signed in, in `c.var.me`, wherever a route is not for everyone. */
export const requireAccess = createMiddleware<SignedInEnv>(async (c, next) => {
  const route = matchedRoutes(c).find(({ method }) => method !== "ALL");
  const access = route && accessOf.get(`${route.method} ${route.path.replace(/(?<=.)\/$/, "")}`);
  if (access === undefined) throw notFound();
  if (access !== "everyone") {
    const me = await findSignedIn(c.env, readCookie(c.req.raw, "session"), Date.now());
    if (me === null) throw notSignedIn();
    c.set("me", me);
    await noteLastSeen(c.env, me, Date.now());
  }
  await next();
});
