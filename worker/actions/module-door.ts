import { can } from "../../domain/permissions.ts";
import { notFound } from "../../domain/refusals.ts";
import { findDocument } from "../db/documents.ts";
import { findModule, selectWriters } from "../db/modules.ts";
import type { Database } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { actorOf } from "./actor.ts";

/** The module as this person sees it. @throws notFound, also for one that may not be seen */
export async function findSeenModule(db: Database, me: SignedIn, moduleId: string) {
  const found = await findDocument(db, moduleId, me.person.id);
  if (found === null || found.document.kind !== "module") throw notFound();
  const { document, forum } = found;
  const actor = actorOf(me, forum, found.ownRoles);
  if (!can(actor, "document.see", document)) throw notFound();
  const module = await findModule(db, moduleId);
  if (module === null) throw notFound();
  return { document, forum, actor, module };
}

/** The same, with who was asked to write it. */
export async function enterModule(db: Database, me: SignedIn, moduleId: string) {
  const seen = await findSeenModule(db, me, moduleId);
  const writers = await selectWriters(db, moduleId);
  return { ...seen, writers, askedPersonIds: writers.map(({ personId }) => personId) };
}
