import { type Actor, can } from "../../domain/permissions.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import { unmasks } from "../../party/masks/unmasking.ts";
import { type AttachmentSubject, findFollowUpSubject } from "../db/attachments.ts";
import type { Database } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import { mayHaveFiles, requireForum } from "./attendance.ts";
import { findSeenModule } from "./module-door.ts";

/** What a file lies beside. */
export interface Subject {
  forumId: string;
  subjectKind: AttachmentSubject;
  subjectId: string;
}

/** Whoever sees the subject sees its files. @throws notFound */
export async function requireSubject(db: Database, me: SignedIn, subject: Subject, now: number) {
  if (subject.subjectKind === "module") return requireModuleOf(db, me, subject);
  const { forum, actor, moment } = await requireForum(db, me, subject.forumId, now);
  const { subjectKind } = subject;
  const mayAdd = await readSubject(db, actor, { ...subject, subjectKind }, mayHaveFiles(moment));
  return { forum, actor, mayAdd };
}

/** @throws also notAllowed for who sees it and may put nothing beside it */
export async function requireAddable(db: Database, me: SignedIn, subject: Subject, now: number) {
  const found = await requireSubject(db, me, subject, now);
  if (!found.mayAdd) throw notAllowed();
  return found;
}

/** Its circle stands in the forum's place; who writes its text puts files beside it. */
async function requireModuleOf(db: Database, me: SignedIn, { forumId, subjectId }: Subject) {
  const { document, forum, actor } = await findSeenModule(db, me, subjectId);
  if (forum.id !== forumId) throw notFound();
  return { forum, actor, mayAdd: can(actor, "document.write", document) };
}

async function readSubject(
  db: Database,
  actor: Actor,
  { forumId, subjectKind, subjectId }: Subject & { subjectKind: "attendance" | "followUp" },
  isTime: boolean,
): Promise<boolean> {
  switch (subjectKind) {
    case "attendance":
      if (subjectId !== forumId) throw notFound();
      return isTime && can(actor, "attendance.all");
    case "followUp": {
      const followUp = await findFollowUpSubject(db, subjectId);
      if (followUp === null || followUp.document.forumId !== forumId) throw notFound();
      const { document, villageId } = followUp;
      if (!can(actor, "document.see", document)) throw notFound();
      const isOwn = villageId !== null && villageId === actor.villageId;
      // A photo shows whose office it is: in an unnamed case it is for that village alone.
      if (!unmasks(actor, document) && !isOwn) throw notFound();
      return can(actor, "followUp.update", { villageId });
    }
  }
}
