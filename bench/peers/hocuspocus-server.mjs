// Hocuspocus as its guide sets it up, with an SQLite store of Node's own. Takes a port, a file and
// the folder's rights from its parent, and tells it when it listens and each time it has stored.
import { DatabaseSync } from "node:sqlite";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";

const [, , port, file] = process.argv;
const sqlite = new DatabaseSync(file);
sqlite.exec("PRAGMA journal_mode = WAL");
sqlite.exec("CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, state BLOB)");
const select = sqlite.prepare("SELECT state FROM documents WHERE name = ?");
const upsert = sqlite.prepare("INSERT OR REPLACE INTO documents (name, state) VALUES (?, ?)");

const server = new Server({
  port: Number(port),
  address: "127.0.0.1",
  quiet: true,
  stopOnSignals: false,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get(documentName)?.state ?? null,
      store: async ({ documentName, state }) => {
        const { changes } = upsert.run(documentName, state);
        process.send({ stored: documentName, at: Date.now(), rows: Number(changes) });
      },
    }),
  ],
});
process.on("disconnect", () => process.exit(0));
await server.listen();
process.send({ listens: true });
