import { DatabaseSync } from "node:sqlite";
import * as Y from "yjs";
import { decodePage } from "../../party/log/page-codec.ts";

export interface LogFaults {
  /** Letters that must be in the log and are not, under anybody's name. */
  missing: number;
  /** Letters that stand in it more than once. */
  duplicated: number;
  /** Letters under another name than their typist's. */
  misattributed: number;
}

/** Holds the logs in these rooms' files, as they are on disk, against who typed what. */
export function auditLog(
  roomFiles: readonly string[],
  personOf: ReadonlyMap<string, string>,
  mustBeThere: ReadonlySet<string>,
): LogFaults {
  const authors = new Map<string, string[]>();
  for (const file of roomFiles) {
    const database = new DatabaseSync(file, { readOnly: true });
    for (const { entries } of database.prepare("SELECT entries FROM pages").all()) {
      if (!(entries instanceof Uint8Array)) throw new Error("a page without entries");
      for (const { author, update } of decodePage(entries)) {
        for (const letter of lettersIn(update)) {
          authors.set(letter, [...(authors.get(letter) ?? []), author.personId]);
        }
      }
    }
    database.close();
  }
  const typed = [...personOf].map(([letter, person]) => ({
    person,
    under: authors.get(letter) ?? [],
  }));
  return {
    missing: [...mustBeThere].filter((letter) => !authors.has(letter)).length,
    duplicated: typed.filter(({ under }) => under.length > 1).length,
    misattributed: typed.filter(({ person, under }) => under.some((name) => name !== person))
      .length,
  };
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
