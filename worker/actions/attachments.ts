import { can } from "../../domain/permissions.ts";
import { tooManyFiles } from "../../domain/refusals/files.ts";
import { notAllowed, notFound } from "../../domain/refusals.ts";
import {
  findAttachment,
  insertAttachment,
  readAttachments,
  removeAttachment,
} from "../db/attachments.ts";
import { openDatabase } from "../db/open.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { logBug } from "../log-bug.ts";
import { requireAddable, requireSubject, type Subject } from "./attachment-subject.ts";
import {
  checkGivenFile,
  filesAtOnce,
  type GivenFile,
  keepFile,
  requireStore,
} from "./given-file.ts";
import { makeOnce, ownerIs } from "./make-once.ts";
import { byWhom, record } from "./record.ts";

/** Keeps a file. @throws notFound, notAllowed, filesUnavailable, file…, tooManyFiles */
export async function addAttachment(
  env: Env,
  me: SignedIn,
  subject: Subject,
  given: GivenFile,
  now: number,
) {
  const db = openDatabase(env);
  const { forum, actor } = await requireAddable(db, me, subject, now);
  const store = requireStore(env);
  const { bytes, row: checked } = await checkGivenFile(given);
  const row = {
    ...subject,
    ...checked,
    id: given.id,
    addedByPersonId: me.person.id,
    createdAt: now,
  };
  const ownerOf = async () => {
    const known = await findAttachment(db, row.id);
    const isHere = known?.subjectId === subject.subjectId && known.removedAt === null;
    return ownerIs(
      known === null ? undefined : isHere ? known.addedByPersonId : null,
      me.person.id,
    );
  };
  const write = () =>
    record(db, {
      facts: [
        {
          ...byWhom(me, forum.districtId),
          roles: actor.roles,
          action: "fileAdded",
          subjectKind: "attachment",
          subjectId: row.id,
          forumId: forum.id,
          details: { of: subject.subjectKind, subject: subject.subjectId, sha256: row.sha256 },
        },
      ],
      now,
      change: [insertAttachment(db, row)],
    });
  await makeOnce(ownerOf, async () => {
    const others = await readAttachments(db, subject.subjectKind, [subject.subjectId]);
    if (others.length >= filesAtOnce) throw tooManyFiles(filesAtOnce);
    await keepFile(store, { ...row, bytes }, write);
  });
  const { id, name, contentType, sizeBytes } = row;
  return { id, name, contentType, sizeBytes };
}

/** The file's row, for whoever sees what it lies beside. @throws notFound */
export async function readAttachment(env: Env, me: SignedIn, attachmentId: string, now: number) {
  const db = openDatabase(env);
  const row = await findAttachment(db, attachmentId);
  if (row === null || row.removedAt !== null) throw notFound();
  return { row, ...(await requireSubject(db, me, row, now)) };
}

/** @throws notFound, notAllowed */
export async function takeAttachment(
  env: Env,
  me: SignedIn,
  attachmentId: string,
  now: number,
): Promise<void> {
  const { row, forum, actor, mayAdd } = await readAttachment(env, me, attachmentId, now);
  const { addedByPersonId } = row;
  // A module is being worked on as long as its text is.
  const isInSession = row.subjectKind === "module" ? mayAdd : forum.status === "inSession";
  if (!can(actor, "file.remove", { addedByPersonId, isInSession })) throw notAllowed();
  const db = openDatabase(env);
  await record(db, {
    facts: [
      {
        ...byWhom(me, forum.districtId),
        roles: actor.roles,
        action: "fileRemoved",
        subjectKind: "attachment",
        subjectId: row.id,
        forumId: forum.id,
        details: { of: row.subjectKind, subject: row.subjectId },
      },
    ],
    now,
    change: [removeAttachment(db, row.id, now)],
    onlyIfChanged: true,
  });
  // The row says that it is gone, whatever becomes of the object.
  await env.FILES?.delete(row.id).catch(logBug);
}
