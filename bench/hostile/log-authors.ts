import { DatabaseSync } from "node:sqlite";
import * as Y from "yjs";
import { decodePage } from "../../party/log/page-codec.ts";
import { firstClientId, maxClients } from "../load/marked-frames.ts";
import { roomFiles } from "../storage/room-file.ts";

/** How many entries of the log hold a light client's changes under another person's name. */
export function wronglyAttributed(stateFolder: string, personIdOf: (index: number) => string) {
  let wrong = 0;
  for (const file of roomFiles(stateFolder)) {
    const database = new DatabaseSync(file, { readOnly: true });
    for (const { entries } of database.prepare("SELECT entries FROM pages").all()) {
      if (!(entries instanceof Uint8Array)) throw new Error("a page without entries");
      for (const { author, update } of decodePage(entries)) {
        const writers = Y.decodeUpdate(update).structs.map(({ id }) => id.client - firstClientId);
        const isOthers = (writer: number) =>
          writer >= 0 && writer < maxClients && personIdOf(writer) !== author.personId;
        if (writers.some(isOthers)) wrong++;
      }
    }
    database.close();
  }
  return wrong;
}
