import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import type { DocumentKind, ForumStatus } from "../../domain/statuses.ts";
import { selectDocumentsOf } from "../db/documents.ts";
import { findForum, selectAgenda } from "../db/forums.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { actorOf } from "./actor.ts";
import { mayLead } from "./forum-session.ts";

/** What a page needs beside what the forum's room tells it. */
export interface SessionPage {
  title: string;
  status: ForumStatus;
  agenda: { id: string; title: string; durationMinutes: number }[];
  /** Those that this person may see: where the leader may go. */
  documents: { id: string; kind: DocumentKind; title: string; isUnnamed: boolean }[];
  /** `showScreen`: those who see to the hall; anybody who sees the forum could. */
  may: { lead: boolean; askForTurn: boolean; vote: boolean; showScreen: boolean };
}

/** @throws notFound, also for a forum that may not be seen */
export async function readSession(env: Env, me: SignedIn, forumId: string): Promise<SessionPage> {
  const db = openDatabase(env);
  const found = await findForum(db, forumId, me.person.id);
  if (found === null) throw notFound();
  const { forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "forum.see", forum)) throw notFound();
  const [agenda, documents] = await db.batch([
    selectAgenda(db, forum.id),
    selectDocumentsOf(db, forum.id),
  ]);
  return {
    title: forum.title,
    status: forum.status,
    agenda: agenda.map(({ id, title, durationMinutes }) => ({ id, title, durationMinutes })),
    documents: documents
      .filter((document) => can(actor, "document.see", document))
      .map(({ id, kind, title, isUnnamed }) => ({ id, kind, title, isUnnamed })),
    may: {
      lead: mayLead(actor, forum),
      askForTurn: can(actor, "floor.ask"),
      vote: can(actor, "poll.vote") && actor.villageId !== null,
      showScreen: can(actor, "forum.configure") || can(actor, "attendance.all"),
    },
  };
}
