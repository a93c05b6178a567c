import type { Connection } from "partyserver";
import { findDocumentSource } from "../worker/db/document-source.ts";
import { logBug } from "../worker/log-bug.ts";
import type { Audience } from "./audience.ts";
import type { RefusalName } from "./close-codes.ts";
import type { Committer } from "./committer.ts";
import { DocumentState } from "./document-state.ts";
import { Intake } from "./intake.ts";
import { repackWhenCalm } from "./log/page-packing.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import { RoomNotes } from "./notes/room-notes.ts";
import type { Presence } from "./presence/presence.ts";
import type { Relay } from "./relay.ts";
import { Sealer } from "./seals/sealer.ts";

/** A document in memory, with what takes changes into it and seals what is passed on. */
export interface OpenDocument {
  state: DocumentState;
  sealer: Sealer;
  intake: Intake;
  notes: RoomNotes;
}

interface Room {
  env: Pick<Cloudflare.Env, "DB" | "ROOM_ROWS_PER_DAY">;
  storage: DurableObjectStorage;
  documentId: string;
  presence: Presence;
  audience: Audience;
  committer: Committer;
  relay: Relay<Connection>;
  refuse: (socket: Connection, name: RefusalName) => void;
  /** As `refuse`, for want of a right. */
  deny: (socket: Connection, name: RefusalName) => void;
}

/**
 * Opens a document from its log; the first opening ever writes the template.
 * @throws when it cannot be read or made
 */
export async function openDocument(room: Room): Promise<OpenDocument> {
  const { env, storage, documentId, presence, committer } = room;
  const store = new SqliteLogStore(storage);
  const source = store.lastPage() ? null : await findDocumentSource(env.DB, documentId);
  const now = Date.now();
  const state = DocumentState.open(store, source, now);
  state.shownBy = (client) => presence.shownBy(client);
  const sealer = new Sealer(state.log, { document: documentId, ...store.seal() }, now);
  const intake = new Intake({ ...room, state, sealer });
  state.onRoomEdit = (change) => intake.pass(change, null);
  try {
    repackWhenCalm(store, now, Number(env.ROOM_ROWS_PER_DAY));
  } catch (error) {
    logBug(error);
  }
  committer.begin(state.log, now, store.rowsWrittenOn(now));
  return { state, sealer, intake, notes: new RoomNotes({ ...room, state }) };
}
