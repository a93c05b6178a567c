import { DatabaseSync } from "node:sqlite";
import * as Y from "yjs";
import { decodePage } from "../../party/page-codec.ts";
import { roomFiles } from "../storage/room-file.ts";

/** How many letters the room's log gives to somebody else than who typed them. */
export function misattributed(stateFolder: string, personOf: Map<string, string>): number {
  let wrong = 0;
  for (const file of roomFiles(stateFolder)) {
    const database = new DatabaseSync(file, { readOnly: true });
    for (const { entries } of database.prepare("SELECT entries FROM pages").all()) {
      if (!(entries instanceof Uint8Array)) throw new Error("a page without entries");
      for (const { author, update } of decodePage(entries)) {
        for (const letter of lettersIn(update)) {
          const typist = personOf.get(letter);
          if (typist !== undefined && typist !== author.personId) wrong++;
        }
      }
    }
    database.close();
  }
  return wrong;
}

function lettersIn(update: Uint8Array): string {
  return Y.decodeUpdate(update)
    .structs.map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString
        ? struct.content.str
        : "",
    )
    .join("");
}
