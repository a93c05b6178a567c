import { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { documentSchema, fragmentName } from "../../domain/document/schema.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { selectPlacements } from "../../worker/db/threads.ts";
import type { Committer } from "../committer.ts";
import { repair } from "../document-repair.ts";
import type { DocumentState } from "../document-state.ts";
import { lockableIds } from "../locks/lockable-ids.ts";
import type { RoomNotes } from "../notes/room-notes.ts";
import { containersAround } from "../notes/selected-spans.ts";
import { type RestorableNode, restorableOf } from "./restorable.ts";
import { restoreChildren } from "./restoration.ts";
import type { Restored, RestoreOrder } from "./restore-orders.ts";

interface Room {
  env: Pick<Cloudflare.Env, "DB">;
  documentId: string;
  state: DocumentState;
  /** The generation of the room's storage. */
  epoch: number;
  committer: Committer;
  notes: RoomNotes;
  /** Whether nobody is to write inside these containers now (R17). */
  closes: (containerIds: readonly string[]) => boolean;
}

type Scope = Y.XmlFragment | Y.XmlElement;

/** Brings back what a document said before, as an ordinary edit of whoever asks for it. */
export class RoomRestorations {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** @throws when the database does not answer; nothing is changed then */
  async restore(order: RestoreOrder): Promise<Restored> {
    const { env, documentId } = this.#room;
    const threads = await selectPlacements(openDatabase(env), documentId);
    return this.#restoreNow(order, threads);
  }

  /** From here on nothing is waited for: nobody's change comes in between. */
  #restoreNow(
    order: RestoreOrder,
    threads: Awaited<ReturnType<typeof selectPlacements>>,
  ): Restored {
    const { state, epoch, committer, notes, closes } = this.#room;
    // Written by `ReviewRoom.restorableAt`; without an epoch by a plain reading of now.
    const reading: RestorableNode & { epoch?: number } = JSON.parse(order.reading);
    // Read before a redaction, it would bring back what that removed.
    if ((reading.epoch ?? 1) !== epoch) return refused("storage");
    const wanted = wantedNode(reading, order.sectionId);
    const scope = scopeIn(state.doc, order.sectionId);
    if (!wanted || !scope) return refused("sectionGone");
    if (!fitsSchema(wanted)) return refused("schema");
    if (closes(idsAround(scope))) return refused("locked");
    if (!committer.works) return refused("storage");
    const nodes = wanted.content ?? [];
    const growthBytes = growthOf(state.doc, order.sectionId, nodes);
    if (growthBytes === null) return { kind: "restored", place: state.log.place };
    if (!state.hasRoomFor(growthBytes)) return refused("full");
    const before = restorableOf(scope);
    const quotes = notes.quotesToKeep(threads);
    this.#edit(order, () => restoreChildren(scope, nodes));
    const { place } = state.log;
    if (!committer.works) {
      this.#edit(order, () => restoreChildren(scope, before));
      notes.layAgain(quotes);
      return refused("storage");
    }
    const changed = new Map(elementsIn(scope).map((element) => [element, new Set<string>()]));
    state.mend(Date.now(), () => repair(state.doc, changed, state.log, null));
    notes.layAgain(quotes);
    return { kind: "restored", place };
  }

  #edit({ author, place }: RestoreOrder, change: () => void): void {
    this.#room.state.editFor(author, `restore:${place}`, Date.now(), change);
  }
}

function wantedNode(doc: RestorableNode, sectionId: string | null): RestorableNode | null {
  if (sectionId === null) return doc;
  for (const node of doc.content ?? []) {
    if (node.attrs?.id === sectionId) return node;
    const within = wantedNode(node, sectionId);
    if (within) return within;
  }
  return null;
}

function scopeIn(doc: Y.Doc, sectionId: string | null): Scope | null {
  const fragment = doc.getXmlFragment(fragmentName);
  if (sectionId === null) return fragment;
  return elementsIn(fragment).find((each) => each.getAttribute("id") === sectionId) ?? null;
}

/** All elements below this, itself first where it is one. */
function elementsIn(scope: Scope): Y.XmlElement[] {
  const within = scope.toArray().filter((node) => node instanceof Y.XmlElement);
  return [...(scope instanceof Y.XmlElement ? [scope] : []), ...within.flatMap(elementsIn)];
}

function fitsSchema(node: RestorableNode): boolean {
  try {
    Node.fromJSON(documentSchema, node).check();
    return true;
  } catch (error) {
    // ProseMirror's word for what a schema does not know or does not allow.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function idsAround(scope: Scope): string[] {
  if (!(scope instanceof Y.XmlElement)) return lockableIds(scope);
  return [...containersAround(scope), ...elementsIn(scope)].flatMap(
    (element) => element.getAttribute("id") ?? [],
  );
}

/** How much larger the document becomes, tried on a copy of it; null where nothing changes. */
function growthOf(
  doc: Y.Doc,
  sectionId: string | null,
  nodes: readonly RestorableNode[],
): number | null {
  const before = Y.encodeStateAsUpdate(doc);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, before);
  let hasChanged = false;
  copy.on("update", () => {
    hasChanged = true;
  });
  const scope = scopeIn(copy, sectionId);
  if (scope) copy.transact(() => restoreChildren(scope, nodes));
  return hasChanged ? Y.encodeStateAsUpdate(copy).byteLength - before.byteLength : null;
}

function refused(why: Extract<Restored, { kind: "refused" }>["why"]): Restored {
  return { kind: "refused", why };
}
