import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { RedactionOrder, RedactionPiece } from "../../domain/redaction.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { documents } from "../../worker/db/schema.ts";
import { RoomClient } from "./room-client.ts";
import { person } from "./room-people.ts";

export const redactor = { personId: "facilitator", villageId: null };
export const ani = person("participant-a");

type Stub = DurableObjectStub<undefined>;

/** An open case in which somebody has written. */
export class RedactableDocument {
  readonly id: string;
  /** Who wrote. */
  readonly writer: RoomClient;

  private constructor(id: string, writer: RoomClient) {
    this.id = id;
    this.writer = writer;
  }

  static async create(words: string): Promise<RedactableDocument> {
    const id = crypto.randomUUID();
    await openDatabase(env).insert(documents).values({
      id,
      forumId: "forum-in-session",
      kind: "case",
      title: "Kasus",
      theme: "planning",
      fiscalYear: 2027,
      status: "open",
      createdAt: 0,
    });
    const document = new RedactableDocument(id, await RoomClient.open(id, ani, { epoch: 0 }));
    document.type(words);
    await document.writer.untilSaved();
    return document;
  }

  get room() {
    return env.DOCUMENT_ROOM.getByName(this.id);
  }

  get sibling() {
    return env.DOCUMENT_ROOM.getByName(`${this.id}~redacted`);
  }

  get review() {
    return env.REVIEW_ROOM.getByName(this.id);
  }

  type(words: string, client = this.writer): void {
    client.type(client.container("kind", "situation"), words);
  }

  /** Somebody who has nothing of the document. */
  enter(who = ani): Promise<RoomClient> {
    return RoomClient.open(this.id, who, { epoch: 0 });
  }

  async piecesOf(words: string): Promise<RedactionPiece[]> {
    const found = await this.review.occurrencesOf(words);
    return (found ?? []).flatMap(({ pieces }) => pieces);
  }

  async orderFor(words: string): Promise<RedactionOrder> {
    const pieces = await this.piecesOf(words);
    return { redactionId: crypto.randomUUID(), pieces, author: redactor, isAtOnce: false };
  }

  async exported(): Promise<Uint8Array> {
    return new Response(await this.room.exportRoom()).bytes();
  }

  /** Everything that SQLite tells of the storage of room, sibling and review room. */
  stored(): Promise<string[]> {
    return Promise.all([this.room, this.sibling, this.review].map((stub) => dumped(stub as Stub)));
  }
}

function dumped(stub: Stub): Promise<string> {
  return runInDurableObject(stub, (_object, { storage: { sql } }) => {
    const tables = sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .toArray()
      .filter(({ name }) => !name.startsWith("_cf") && !name.startsWith("sqlite_"));
    const rows = tables.flatMap(({ name }) => sql.exec(`SELECT * FROM ${name}`).toArray());
    const texts = rows
      .flatMap(Object.values)
      .map((value: unknown) =>
        value instanceof ArrayBuffer ? new TextDecoder().decode(value) : String(value),
      );
    return texts.join("\n");
  });
}
