import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { fingerprintOf } from "../../domain/fingerprint.ts";
import { contentNow, storedContent } from "../actions/signed-content.ts";
import { findDocument } from "../db/documents.ts";
import { openDatabase } from "../db/open.ts";
import {
  documents,
  reviewNotes,
  reviews,
  signOffs,
  submissions,
  versions,
  villageAnswers,
} from "../db/schema.ts";

const db = openDatabase(env);

/** What stands in the document now is before the camat. @returns its fingerprint */
export async function isSubmitted(documentId: string): Promise<string> {
  await forgetSubmissions();
  const found = await findDocument(db, documentId, "facilitator");
  if (found === null) throw new Error("no such document");
  const room = env.DOCUMENT_ROOM.getByName(documentId);
  const reading = await room.reading();
  const content = await contentNow(env, found.document, { reading, schemaVersion: 2 });
  const { root } = await fingerprintOf(content);
  await db.batch([
    db.insert(submissions).values({
      ...storedContent(content),
      ...{ id: `submission of ${documentId}`, documentId, fingerprint: root, at: 1 },
      place: (await room.currentPlace()) ?? 0,
      submittedByPersonId: "facilitator",
    }),
    db.update(documents).set({ status: "submitted" }).where(eq(documents.id, documentId)),
  ]);
  return root;
}

export async function forgetSubmissions(): Promise<void> {
  await db.batch([
    db.delete(signOffs),
    db.delete(villageAnswers),
    db.delete(submissions),
    db.delete(reviewNotes),
    db.delete(reviews),
    db.delete(versions),
  ]);
}
