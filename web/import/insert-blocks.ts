import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import type { RoomConnection } from "../document/room-connection.ts";
import { type Chunk, chunksOf, countNodes } from "./insertion-chunks.ts";

/** Why it ended before all was in: the part is closed now, is gone, or the room sent us away. */
export type StopKind = "closed" | "gone" | "refused";

export class InsertionStopped extends Error {
  override name = "InsertionStopped";
  readonly kind: StopKind;
  /** How many blocks are in as a whole. */
  readonly doneBlocks: number;

  constructor(kind: StopKind, doneBlocks: number) {
    super(kind);
    this.kind = kind;
    this.doneBlocks = doneBlocks;
  }
}

interface Insertion {
  editor: Editor;
  connection: RoomConnection;
  /** Of the container that they are put into, at the caret where it stands there, else at the end. */
  containerId: string;
  blocks: readonly ReadingNode[];
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (part: number) => void;
}

/** So that the page answers in between, and the room's budget of changes is never used up. */
const pauseMs = 25;

/**
 * Puts blocks into a container as ordinary edits, a portion at a time, while others go on writing;
 * undone as one step. A cancelled one is taken back.
 * @throws InsertionStopped, AbortError
 */
export async function insertBlocks(insertion: Insertion): Promise<void> {
  const { editor, blocks, signal, onProgress } = insertion;
  const chunks = chunksOf(blocks);
  const all = blocks.reduce((sum, block) => sum + countNodes(block), 0);
  const step = new UndoStep(editor);
  const place = new GrowingPlace(insertion);
  let done = 0;
  let doneBlocks = 0;
  try {
    for (const chunk of chunks) {
      if (signal.aborted) {
        step.takeBack();
        signal.throwIfAborted();
      }
      const stopped = place.put(chunk);
      if (stopped) throw new InsertionStopped(stopped, doneBlocks);
      done += chunk.nodes.reduce((sum, node) => sum + countNodes(node), 0);
      doneBlocks = chunk.doneBlocks;
      onProgress(Math.min(1, done / all));
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  } finally {
    step.end();
  }
}

/** What is typed within a moment is one step of undo: here the moment lasts until all is in. */
class UndoStep {
  readonly #manager: Y.UndoManager;
  readonly #captureTimeout: number;
  readonly #stepsBefore: number;

  constructor(editor: Editor) {
    this.#manager = yUndoPluginKey.getState(editor.state).undoManager;
    this.#manager.stopCapturing();
    this.#captureTimeout = this.#manager.captureTimeout;
    this.#manager.captureTimeout = Number.POSITIVE_INFINITY;
    this.#stepsBefore = this.#manager.undoStack.length;
  }

  takeBack(): void {
    if (this.#manager.undoStack.length > this.#stepsBefore) this.#manager.undo();
  }

  end(): void {
    this.#manager.captureTimeout = this.#captureTimeout;
    this.#manager.stopCapturing();
  }
}

/**
 * Where the next portion goes. The place is known by the shared document's own elements: positions
 * in the text move with what others type.
 */
class GrowingPlace {
  readonly #editor: Editor;
  readonly #connection: RoomConnection;
  readonly #container: Y.XmlElement | null;
  #last: Y.XmlElement | null = null;

  constructor({ editor, connection, containerId }: Insertion) {
    this.#editor = editor;
    this.#connection = connection;
    this.#container = elementWithId(fragmentOf(editor), containerId);
  }

  put({ kind, nodes }: Chunk): StopKind | null {
    if (this.#connection.view.refusal !== null) return "refused";
    const parent = kind === "rows" ? this.#last : this.#container;
    if (parent === null || isGone(parent)) return "gone";
    const { state, view } = this.#editor;
    const around = placeOf(state.doc, parent);
    if (around === null) return "gone";
    const at = kind === "rows" ? around.node.childCount : this.#index(around);
    const from = around.position + sizeUntil(around.node, at);
    const isBlank = kind === "blocks" && at > 0 && isEmptyParagraph(around.node.child(at - 1));
    const isFirst = this.#last === null;
    const begin = isFirst && isBlank ? at - 1 : at;
    const start = isFirst && isBlank ? from - around.node.child(at - 1).nodeSize : from;
    const made = nodes.map((node) => state.schema.nodeFromJSON(node));
    view.dispatch(state.tr.replaceWith(start, from, made));
    if (this.#editor.state.doc.eq(state.doc)) return "closed";
    if (kind === "blocks") {
      const last = parent.get(begin + made.length - 1);
      this.#last = last instanceof Y.XmlElement ? last : null;
    }
    return null;
  }

  /** Behind what came last; at first behind the block with the caret, or at the end. */
  #index({ node, position }: Around): number {
    if (this.#last !== null && this.#container !== null) {
      const at = this.#container.toArray().indexOf(this.#last);
      // Somebody removed it: the end is as good as any place.
      return at === -1 ? node.childCount : at + 1;
    }
    const offset = this.#editor.state.selection.from - position;
    if (offset < 0 || offset >= node.content.size) return node.childCount;
    const at = childAt(node, offset);
    return "id" in node.child(at).attrs ? node.childCount : at + 1;
  }
}

interface Around {
  node: Node;
  /** Of its content's begin. */
  position: number;
}

function fragmentOf(editor: Editor): Y.XmlFragment {
  return ySyncPluginKey.getState(editor.state).type;
}

function elementWithId(parent: Y.XmlFragment | Y.XmlElement, id: string): Y.XmlElement | null {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    const found = child.getAttribute("id") === id ? child : elementWithId(child, id);
    if (found) return found;
  }
  return null;
}

function isGone(element: Y.XmlElement): boolean {
  for (
    let item = element._item;
    item;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  ) {
    if (item.deleted) return true;
  }
  return false;
}

/** The same element in the editor's document, which has as many children in the same order. */
function placeOf(doc: Node, element: Y.XmlElement): Around | null {
  const path: number[] = [];
  let child: Y.XmlElement | Y.XmlFragment = element;
  while (child.parent instanceof Y.XmlFragment) {
    path.unshift(child.parent.toArray().indexOf(child as Y.XmlElement));
    child = child.parent;
  }
  let around: Around = { node: doc, position: 0 };
  for (const at of path) {
    if (at < 0 || at >= around.node.childCount) return null;
    around = {
      node: around.node.child(at),
      position: around.position + sizeUntil(around.node, at) + 1,
    };
  }
  return around;
}

function sizeUntil(node: Node, count: number): number {
  let size = 0;
  for (let at = 0; at < count; at++) size += node.child(at).nodeSize;
  return size;
}

function childAt(node: Node, offset: number): number {
  let end = 0;
  for (let at = 0; at < node.childCount; at++) {
    end += node.child(at).nodeSize;
    if (offset < end) return at;
  }
  return node.childCount - 1;
}

function isEmptyParagraph(node: Node): boolean {
  return node.type.name === "paragraph" && node.content.size === 0;
}
