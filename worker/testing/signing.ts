import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import type { DocumentStatus } from "../../domain/statuses.ts";
import type { DocumentPage } from "../actions/documents.ts";
import type { Signing } from "../actions/signing.ts";
import { openDatabase } from "../db/open.ts";
import { documents } from "../db/schema.ts";
import { ask, cookieOf } from "./requests.ts";

/** A new document of the forum in session. @returns its id */
export async function newDocument(
  status: DocumentStatus,
  given: Partial<typeof documents.$inferInsert> = {},
): Promise<string> {
  const id = crypto.randomUUID();
  await openDatabase(env)
    .insert(documents)
    .values({
      id,
      forumId: "forum-in-session",
      kind: "case",
      title: "Pagu turun",
      theme: "planning",
      fiscalYear: 2027,
      status,
      createdAt: 0,
      ...given,
    });
  return id;
}

/** @param path under the document's address, such as `/sign-off` */
export async function askOf(
  documentId: string,
  personId: string,
  path: string,
  json?: unknown,
  method = json === undefined ? "GET" : "PUT",
): Promise<Response> {
  const body = json === undefined ? {} : { json };
  const cookie = await cookieOf(personId);
  return ask(`/api/documents/${documentId}${path}`, { cookie, method, ...body });
}

/** @returns the fingerprint that everybody is shown */
export async function submit(documentId: string): Promise<string> {
  const answer = await askOf(documentId, "facilitator", "/submission", {}, "POST");
  if (!answer.ok) throw new Error(`submitting was answered with ${await answer.text()}`);
  const { fingerprint } = await answer.json<{ fingerprint: string }>();
  return fingerprint;
}

export async function signingOf(documentId: string, personId = "camat"): Promise<Signing> {
  const page: DocumentPage = await (await askOf(documentId, personId, "")).json();
  return page.signing;
}

export async function setStatus(documentId: string, status: DocumentStatus): Promise<void> {
  await openDatabase(env).update(documents).set({ status }).where(eq(documents.id, documentId));
}

export async function statusOf(documentId: string): Promise<DocumentStatus | undefined> {
  const [row] = await openDatabase(env)
    .select({ status: documents.status })
    .from(documents)
    .where(eq(documents.id, documentId));
  return row?.status;
}
