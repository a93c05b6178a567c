import type { Connection } from "partyserver";
import type { DocumentSource } from "../domain/document/source.ts";
import { findDocumentSource } from "../worker/db/document-source.ts";
import { selectLocks, wholeDocumentRow } from "../worker/db/locks.ts";
import { openDatabase } from "../worker/db/open.ts";
import { refreshThingsOf } from "../worker/db/refresh-index.ts";
import { logBug } from "../worker/log-bug.ts";
import type { Audience } from "./audience.ts";
import type { RefusalName } from "./close-codes.ts";
import type { Committer } from "./committer.ts";
import { DocumentState } from "./document-state.ts";
import { ForumData } from "./forum-data/forum-data.ts";
import { RoomRestorations } from "./history/room-restorations.ts";
import { Intake } from "./intake.ts";
import { LockStore } from "./locks/lock-store.ts";
import { wholeDocument } from "./locks/lock-view.ts";
import { RoomLocks } from "./locks/room-locks.ts";
import { CalmRepacking } from "./log/calm-repacking.ts";
import { repackWhenCalm } from "./log/page-packing.ts";
import { SqliteLogStore } from "./log/sqlite-log-store.ts";
import { RoomNotes } from "./notes/room-notes.ts";
import type { Presence } from "./presence/presence.ts";
import { projectRegister, registerIsBehind } from "./projection/project-register.ts";
import { projectText } from "./projection/project-text.ts";
import { Projection } from "./projection/projection.ts";
import type { Relay } from "./relay.ts";
import { SubmissionHold } from "./rights/submission-hold.ts";
import { Sealer } from "./seals/sealer.ts";

/** A document in memory, with what takes changes into it and seals what is passed on. */
export interface OpenDocument {
  state: DocumentState;
  sealer: Sealer;
  intake: Intake;
  notes: RoomNotes;
  restorations: RoomRestorations;
  forumData: ForumData;
  locks: RoomLocks<Connection>;
  projection: Projection;
  hold: SubmissionHold;
  /** Writes what is open. @returns the place up to which all is durable then; null where it is not */
  commit: () => number | null;
  /** To be called when it is given up: what it holds may be half of something. */
  stop(): void;
}

interface Room {
  env: Pick<Cloudflare.Env, "DB" | "DOCUMENT_ROOM" | "ROOM_ROWS_PER_DAY">;
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
  const source = store.lastPage() ? null : await findFirstWords(room);
  const now = Date.now();
  const state = DocumentState.open(store, source, now);
  state.shownBy = (client) => presence.shownBy(client);
  const { key, epoch } = store.seal();
  const sealer = new Sealer(state.log, { document: documentId, key, epoch }, now);
  const intake = new Intake({ ...room, state, sealer, epoch });
  state.onRoomEdit = (change) => intake.pass(change, null);
  committer.begin(state.log, now, store.rowsWrittenOn(now));
  const repacking = new CalmRepacking(
    () => repackWhenCalm(store, Date.now(), Number(env.ROOM_ROWS_PER_DAY)),
    () => committer.countRows(store.rowsWrittenOn(Date.now())),
  );
  repacking.begin();
  const forumData = new ForumData(state, () => findDocumentSource(env.DB, documentId));
  const locks = locksOf(room);
  state.isLocked = (containerId) => locks.isLocked(containerId);
  const hold = new SubmissionHold(storage);
  state.isHeld = () => hold.isOn(Date.now());
  const commit = () => {
    // What somebody read of it is not what the room has now.
    if (state.isOver) return null;
    if (state.log.hasOpenPage) committer.commit();
    return state.log.hasOpenPage ? null : state.log.committedPlace;
  };
  const projection = projectionOf(room, state, commit);
  // Nobody waits for the database: what changed meanwhile follows.
  locks.refreshQuietly();
  if (source === null) forumData.follow().catch(logBug);
  void projectIfBehind(room, state, projection).catch(logBug);
  const closes = (ids: readonly string[]) => state.isHeld() || locks.closes(ids);
  const notes = new RoomNotes({ ...room, state, epoch, closes });
  const restorations = new RoomRestorations({ ...room, state, epoch, notes, closes });
  const stop = () => {
    state.isOver = true;
    notes.end();
    forumData.stop();
    projection.stop();
    repacking.stop();
  };
  return {
    ...{ state, sealer, intake, notes, restorations, forumData, locks, projection },
    ...{ hold, commit, stop },
  };
}

/** What a document begins with: its template, or the signed words that it corrects. */
async function findFirstWords({ env, documentId }: Room): Promise<DocumentSource | null> {
  const source = await findDocumentSource(env.DB, documentId);
  if (!source?.correctsDocumentId) return source;
  const signed = await env.DOCUMENT_ROOM.getByName(source.correctsDocumentId).reading();
  return { ...source, signedWords: JSON.parse(signed) };
}

function locksOf({ env, storage, documentId, presence, audience }: Room): RoomLocks<Connection> {
  return new RoomLocks<Connection>({
    store: new LockStore(storage),
    find: async () => {
      const rows = await selectLocks(openDatabase(env), documentId);
      return rows.map(({ containerId, ...lock }) => ({
        containerId: containerId === wholeDocumentRow ? wholeDocument : containerId,
        ...lock,
      }));
    },
    sockets: () => presence.sockets().filter((socket) => presence.isOwn(socket)),
    unmasks: (socket) => presence.personOf(socket)?.unmasks ?? false,
    send: (socket, frame) => audience.send(socket, frame),
  });
}

function projectionOf(
  { env, documentId }: Room,
  state: DocumentState,
  commit: () => number | null,
): Projection {
  return new Projection({
    doc: state.doc,
    commit,
    writePromises: async (place, promises) => {
      await projectRegister(env.DB, { documentId, place, now: Date.now() }, promises);
      // What it promises is found by itself too.
      await refreshThingsOf(env.DB, documentId);
    },
    writeText: (place, text) => projectText(env.DB, documentId, { place, text }),
    onFailure: logBug,
  });
}

async function projectIfBehind(
  { env, documentId }: Room,
  { log }: DocumentState,
  projection: Projection,
): Promise<void> {
  const isBehind = await registerIsBehind(env.DB, documentId, log.committedPlace);
  if (isBehind) await projection.project();
}
