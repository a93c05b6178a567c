import { notFound, notSignedIn } from "../../domain/refusals.ts";
import { sessionPersonOf } from "../../party/forum/session-admission.ts";
import type { SessionPerson } from "../../party/forum/session-person.ts";
import { findForumKnock } from "../db/forum-knocks.ts";
import { openDatabase } from "../db/open.ts";
import type { Env } from "../env.ts";
import { mayExist } from "../may-exist.ts";
import { hashToken } from "./tokens.ts";

/**
 * As whom whoever holds this session cookie listens to the forum.
 * @param isMeant whether the person of the session is the one who knocks
 * @throws notSignedIn, and notFound, also for a forum that may not be seen
 */
export async function listenWithCookie(
  env: Env,
  token: string | undefined,
  forumId: string,
  isMeant: (personId: string) => boolean,
): Promise<{ forumId: string; person: SessionPerson }> {
  if (token === undefined) throw notSignedIn();
  const now = Date.now();
  const knock = await findForumKnock(openDatabase(env), await hashToken(token), forumId, now);
  if (!knock || !mayExist(knock.me.person, env) || !isMeant(knock.me.person.id)) {
    throw notSignedIn();
  }
  const person = sessionPersonOf(knock, now);
  if (person === null || knock.found === null) throw notFound();
  return { forumId: knock.found.forum.id, person };
}
