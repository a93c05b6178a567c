// Stock y-partyserver with the storage of its README: the whole document into the object's SQLite,
// in parts below the 2 MB that a value may hold, after the package's own debounce.
import { routePartykitRequest } from "partyserver";
import { YServer } from "y-partyserver";
import { applyUpdate, encodeStateAsUpdate } from "yjs";

const maxValueBytes = 1_500_000;

export class StockRoom extends YServer {
  #stored = [];

  async onStart() {
    this.ctx.storage.sql.exec(
      "CREATE TABLE IF NOT EXISTS documents (part INTEGER PRIMARY KEY, state BLOB)",
    );
    return super.onStart();
  }

  async onLoad() {
    const { sql } = this.ctx.storage;
    const parts = sql.exec("SELECT state FROM documents ORDER BY part").toArray();
    if (parts.length === 0) return;
    const blob = await new Blob(parts.map(({ state }) => state)).arrayBuffer();
    applyUpdate(this.document, new Uint8Array(blob));
  }

  async onSave() {
    const { sql } = this.ctx.storage;
    const state = encodeStateAsUpdate(this.document);
    let rows = 0;
    for (let part = 0; part * maxValueBytes < state.byteLength; part++) {
      const cursor = sql.exec(
        "INSERT OR REPLACE INTO documents (part, state) VALUES (?, ?)",
        part,
        state.slice(part * maxValueBytes, (part + 1) * maxValueBytes),
      );
      rows += cursor.rowsWritten;
    }
    this.#stored.push({ at: Date.now(), rows });
  }

  async onRequest() {
    return Response.json(this.#stored);
  }
}

export default {
  async fetch(request, env) {
    return (
      (await routePartykitRequest(request, env)) ?? new Response("not found", { status: 404 })
    );
  },
};
