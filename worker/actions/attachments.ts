import { claims, fileTypeOf, maxFileBytes, safeFileName } from "../../domain/file-type.ts";
import { can } from "../../domain/permissions.ts";
import {
  fileEmpty,
  fileNotWhatItSays,
  filesUnavailable,
  fileTooLarge,
  fileTypeRefused,
  tooManyFiles,
} from "../../domain/refusals/files.ts";
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
import { byWhom, record } from "./record.ts";

/** Beside one thing: a signed list of 150 people is at most eight sheets. */
const filesAtOnce = 20;

interface GivenFile {
  /** As the browser named it; never trusted. */
  name: string;
  statedType: string;
  bytes: () => Promise<ArrayBuffer>;
}

/**
 * Keeps a file: the object first, then the row that makes it exist. What is left of a Worker that
 * ended in between is an object without a row, which nobody can reach (docs/decisions/0020).
 * @throws notFound, notAllowed, filesUnavailable, file…, tooManyFiles
 */
export async function addAttachment(
  env: Env,
  me: SignedIn,
  subject: Subject,
  given: GivenFile,
  now: number,
) {
  const db = openDatabase(env);
  const { forum, actor } = await requireAddable(db, me, subject, now);
  const { FILES: files } = env;
  if (files === undefined) throw filesUnavailable();
  const bytes = await given.bytes();
  const contentType = requireTrueType(bytes, given.statedType);
  const others = await readAttachments(db, subject.subjectKind, [subject.subjectId]);
  if (others.length >= filesAtOnce) throw tooManyFiles(filesAtOnce);
  const sha256 = hex(await crypto.subtle.digest("SHA-256", bytes));
  const row = {
    ...subject,
    id: crypto.randomUUID(),
    name: safeFileName(given.name, contentType),
    contentType,
    sizeBytes: bytes.byteLength,
    sha256,
    addedByPersonId: me.person.id,
    createdAt: now,
  };
  await files.put(row.id, bytes, { sha256 });
  try {
    await record(db, {
      facts: [
        {
          ...byWhom(me, forum.districtId),
          roles: actor.roles,
          action: "fileAdded",
          subjectKind: "attachment",
          subjectId: row.id,
          forumId: forum.id,
          details: { of: subject.subjectKind, subject: subject.subjectId, sha256 },
        },
      ],
      now,
      change: [insertAttachment(db, row)],
    });
  } catch (error) {
    await files.delete(row.id).catch(logBug);
    throw error;
  }
  const { id, name, sizeBytes } = row;
  return { id, name, contentType, sizeBytes };
}

/** The file's row, for whoever sees what it lies beside. @throws notFound */
export async function readAttachment(env: Env, me: SignedIn, attachmentId: string, now: number) {
  const db = openDatabase(env);
  const row = await findAttachment(db, attachmentId);
  if (row === null || row.removedAt !== null) throw notFound();
  return { row, ...(await requireSubject(db, me, row, now)) };
}

/** Its bytes. @throws filesUnavailable, notFound */
export async function readFile(env: Env, attachmentId: string): Promise<ReadableStream> {
  if (env.FILES === undefined) throw filesUnavailable();
  const object = await env.FILES.get(attachmentId);
  if (object === null) throw notFound();
  return object.body;
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

function requireTrueType(bytes: ArrayBuffer, statedType: string) {
  if (bytes.byteLength === 0) throw fileEmpty();
  if (bytes.byteLength > maxFileBytes) throw fileTooLarge();
  const type = fileTypeOf(new Uint8Array(bytes));
  if (type === null) throw fileTypeRefused();
  if (!claims(statedType, type)) throw fileNotWhatItSays();
  return type;
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
