import { api, readResponse } from "../api.ts";
import { dropDrafts } from "../document/tab-storage.ts";
import { openDevice } from "./device-database.ts";
import { documentsWithUnsentWords, everythingOf } from "./device-person.ts";
import { forgetShown } from "./kept-answers.ts";
import { quietly } from "./quietly.ts";

/**
 * Drops what this device keeps of documents from which words were removed since, without their being
 * opened. Where unsent words wait the copy does too: held against the room's document it tells what
 * they must not bring back, and that document is opened by itself.
 */
export function dropOldCopies(personId: string): Promise<void> {
  return quietly(async () => {
    const database = await openDevice();
    const keys = await database.getAllKeys("copies", everythingOf(personId));
    if (keys.length === 0) return;
    const documentIds = keys.map(([, documentId]) => documentId);
    const epochs = await readResponse(api.me.epochs.$post({ json: { documentIds } }));
    const waiting = new Set(await documentsWithUnsentWords(personId));
    let isAnyOld = false;
    for (const { documentId, epoch } of epochs) {
      if (waiting.has(documentId)) continue;
      const copy = await database.get("copies", [personId, documentId]);
      if (!copy || copy.epoch >= epoch) continue;
      await database.delete("copies", [personId, documentId]);
      dropDrafts({ personId, documentId });
      isAnyOld = true;
    }
    if (isAnyOld) await forgetShown(personId);
  });
}
