import * as Y from "yjs";
import type { DocumentStore } from "./document-store.ts";
import type { SeenBatches } from "./seen-batches.ts";

const calmMs = 1500;
const atLatestMs = 15_000;

/**
 * The document as this device last saw it, kept so that it opens without a network. Written when
 * the typing pauses, and before the page goes away.
 */
export class LocalCopy {
  readonly #doc: Y.Doc;
  readonly #seen: SeenBatches;
  readonly #store: DocumentStore;
  #isComplete = false;
  #held: Uint8Array | null = null;
  #changedSince: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Y.Doc, seen: SeenBatches, store: DocumentStore) {
    this.#doc = doc;
    this.#seen = seen;
    this.#store = store;
    doc.on("update", this.#onUpdate);
    addEventListener("pagehide", this.keepNow);
    addEventListener("visibilitychange", this.#onHidden);
  }

  /** The document is here as a whole; before that, nothing of it is kept. */
  begin(): void {
    this.#isComplete = true;
  }

  /** What is here now, as a whole, is what this device kept. */
  beginFromDevice(): void {
    this.begin();
    this.#held = Y.encodeStateVector(this.#doc);
  }

  /**
   * Whether what the device kept has words that the room lacks and nobody here is to send; asked
   * once, see `isAheadOfRoom`.
   */
  isAhead(ofRoom: Uint8Array, returning: readonly Uint8Array[]): boolean {
    const held = this.#held;
    this.#held = null;
    return held !== null && isAheadOfRoom(held, ofRoom, returning);
  }

  keepNow = (): void => {
    clearTimeout(this.#timer);
    if (!this.#isComplete || this.#changedSince === null) return;
    this.#changedSince = null;
    // A copy that cannot be kept loses nothing: the room has it, and the journal says its own.
    const copy = { state: Y.encodeStateAsUpdate(this.#doc), seen: this.#seen.all };
    this.#store.keepCopy(copy).catch(() => undefined);
  };

  /** What it holds is not what the room holds: it goes, and no further one is kept. */
  async discard(): Promise<void> {
    this.close();
    await this.#store.dropCopy().catch(() => undefined);
  }

  close(): void {
    this.#isComplete = false;
    clearTimeout(this.#timer);
    this.#doc.off("update", this.#onUpdate);
    removeEventListener("pagehide", this.keepNow);
    removeEventListener("visibilitychange", this.#onHidden);
  }

  #onUpdate = (): void => {
    this.#changedSince ??= Date.now();
    clearTimeout(this.#timer);
    const waited = Date.now() - this.#changedSince;
    this.#timer = setTimeout(this.keepNow, Math.min(calmMs, atLatestMs - waited));
  };

  #onHidden = (): void => {
    if (document.visibilityState === "hidden") this.keepNow();
  };
}

/**
 * Whether this device holds words that the room does not, and that nobody here is to send: they
 * were seen before a crash of the room and never stored.
 * @param held state vector of what came from this device
 * @param ofRoom the room's state vector, as y-protocols' step 1 carries it
 * @param returning updates that go to the room from here: own unsaved ones, and sealed batches
 */
export function isAheadOfRoom(
  held: Uint8Array,
  ofRoom: Uint8Array,
  returning: readonly Uint8Array[],
): boolean {
  const accounted = Y.decodeStateVector(ofRoom);
  for (const update of returning) {
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      accounted.set(client, Math.max(clock, accounted.get(client) ?? 0));
    }
  }
  return [...Y.decodeStateVector(held)].some(
    ([client, clock]) => clock > (accounted.get(client) ?? 0),
  );
}
