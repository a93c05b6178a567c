import { documentsWithUnsentWords } from "./device-person.ts";
import { quietly } from "./quietly.ts";

/** Sends what this person wrote here and could not send, without their opening each document. */
export function sendWaitingWords(personId: string): Promise<void> {
  return quietly(async () => {
    const documents = await documentsWithUnsentWords(personId);
    if (documents.length === 0) return;
    const { borrowConnection } = await import("../document/DocumentPage.tsx");
    for (const documentId of documents) {
      const giveBack = borrowConnection({ personId, documentId }, () => undefined);
      giveBack();
    }
  });
}
