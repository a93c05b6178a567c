import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Ends people's sessions in the database's own file, while the runtime serves it. */
export function deleteSessionsBehind(stateFolder: string, personIds: readonly string[]): void {
  for (const file of globSync(join(stateFolder, "**", "d1", "**", "*.sqlite"))) {
    const database = new DatabaseSync(file, { timeout: 5000 });
    try {
      const isOurs = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sessions'").get();
      if (!isOurs) continue;
      const end = database.prepare("DELETE FROM sessions WHERE person_id = ?");
      for (const personId of personIds) {
        if (end.run(personId).changes === 0) throw new Error("there was no session to end");
      }
      return;
    } finally {
      database.close();
    }
  }
  throw new Error("the database's file was not found");
}
