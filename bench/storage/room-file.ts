import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The SQLite files of rooms under a state folder that hold a log. */
export function roomFiles(stateFolder: string): string[] {
  return globSync("v3/do/**/*.sqlite", { cwd: stateFolder })
    .map((path) => join(stateFolder, path))
    .filter(holdsLog);
}

function holdsLog(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const query = "SELECT name FROM sqlite_master WHERE name = 'pages'";
    return database.prepare(query).all().length > 0;
  } finally {
    database.close();
  }
}
