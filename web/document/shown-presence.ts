import { Awareness, applyAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import type * as Y from "yjs";
import * as wire from "../../party/wire.ts";
import type { Caret } from "./editor/resume-caret.ts";

/** Where this person's caret is, told to the room, and where the others' are, as the room tells it. */
export class ShownPresence {
  readonly awareness: Awareness;
  readonly #send: (frame: Uint8Array) => void;

  /** @param send called with what the room is to know; not while it cannot be reached */
  constructor(doc: Y.Doc, send: (frame: Uint8Array) => void) {
    this.#send = send;
    this.awareness = new Awareness(doc);
    // The room tells who is here; the protocol's own time-out would remove the quiet ones.
    clearInterval(this.awareness._checkInterval);
    this.awareness.setLocalState({ cursor: null });
    this.awareness.on("update", (_change: unknown, origin: unknown) => {
      if (origin === "local") this.#tell();
    });
  }

  /** Null where the person does not write. */
  get ownCaret(): Caret | null {
    return this.awareness.getLocalState()?.cursor ?? null;
  }

  take(payload: Uint8Array): void {
    applyAwarenessUpdate(this.awareness, payload, this);
  }

  /** Under a new clock: under the old one the others may have heard a farewell. */
  showAgain(): void {
    this.awareness.setLocalState(this.awareness.getLocalState());
  }

  forgetOthers(): void {
    const { clientID } = this.awareness;
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== clientID);
    removeAwarenessStates(this.awareness, others, this);
  }

  #tell(): void {
    const client = this.awareness.clientID;
    const clock = this.awareness.meta.get(client)?.clock ?? 0;
    const state = this.awareness.getLocalState();
    this.#send(wire.encodeAwareness([{ client, clock, state }]));
  }
}
