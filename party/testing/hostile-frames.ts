import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import * as wire from "../wire.ts";
import type { Random } from "./random.ts";
import * as raw from "./raw-update.ts";
import type { RoomClient } from "./room-client.ts";

const hugeNumbers = [2 ** 31, 2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER];
const names = ["paragraph", "bulletList", "table", "followUp", "lane", "blockquote", "iframe"];

/** Frames by somebody who means harm: valid ones of every kind, most of them then spoilt. */
export class HostileFrames {
  readonly #random: Random;
  readonly #client: RoomClient;
  readonly #victims: readonly RoomClient[];

  constructor(random: Random, client: RoomClient, victims: readonly RoomClient[]) {
    this.#random = random;
    this.#client = client;
    this.#victims = victims;
  }

  next(): Uint8Array | string {
    const frame = this.#random.below(50) === 0 ? new Uint8Array(600_000) : this.#valid();
    switch (this.#random.below(12)) {
      case 0:
      case 9:
      case 10:
        return frame;
      case 1:
        return frame.map((byte) =>
          this.#random.below(20) === 0 ? byte ^ (1 << this.#random.below(8)) : byte,
        );
      case 2:
        return frame.subarray(0, this.#random.below(frame.length));
      case 3: {
        const other = this.#valid();
        const at = this.#random.below(frame.length);
        return new Uint8Array([
          ...frame.subarray(0, at),
          ...other.subarray(this.#random.below(other.length)),
        ]);
      }
      case 4:
        return this.#renumbered(frame);
      case 5:
        return new Uint8Array([
          this.#random.of([0, 1, 2, 3, 100, 101, 102, 255]),
          ...frame.subarray(1),
        ]);
      case 6:
        return this.#withHugeNumber(frame);
      case 7:
        return this.#random.of([
          "{}",
          "saved",
          '{"type":"durable","life":1,"place":9}',
          "\u0000",
          "x".repeat(999),
        ]);
      default:
        return this.#theft();
    }
  }

  #valid(): Uint8Array {
    const { doc, batches } = this.#client;
    switch (this.#random.below(8)) {
      case 0:
        return this.#random.below(2) > 0
          ? wire.encodeStep1(doc)
          : wire.encodeHello(this.#random.below(2), doc);
      case 1:
        return wire.encodeStep2(Y.encodeStateAsUpdate(doc));
      case 2:
        return this.#presence(doc.clientID);
      case 3:
        return batches.length > 0
          ? wire.encodeHandedBack([this.#random.of(batches)])
          : this.#edit();
      case 4:
      case 5:
        return wire.encodeUpdate(this.#handmade());
      default:
        return this.#edit();
    }
  }

  /** What a browser would send for an edit somewhere in the document. */
  #edit(): Uint8Array {
    const { doc } = this.#client;
    const before = Y.encodeStateVector(doc);
    const places = [...doc.getXmlFragment(fragmentName).createTreeWalker(() => true)];
    const place = this.#random.of(places);
    doc.transact(() => {
      if (place instanceof Y.XmlText) {
        const at = this.#random.below(place.length + 1);
        if (this.#random.below(3) > 0) place.insert(at, this.#random.of(["jahat", "😀", "x"]));
        else if (place.length > at) place.delete(at, 1);
      } else if (place instanceof Y.XmlElement) {
        if (this.#random.below(3) > 0)
          place.insert(this.#random.below(place.length + 1), [
            new Y.XmlElement(this.#random.of(names)),
          ]);
        else if (place.length > 0) place.delete(this.#random.below(place.length), 1);
      }
    });
    return wire.encodeUpdate(Y.encodeStateAsUpdate(doc, before));
  }

  /** An item that no Yjs would write, between items that exist. */
  #handmade(): Uint8Array {
    const { doc } = this.#client;
    const clients = [...doc.store.clients.keys()];
    const someId = () => {
      const client = this.#random.of(clients);
      return [client, this.#random.below(Y.getState(doc.store, client) + 2)] as const;
    };
    const at = this.#random.of([
      { origin: someId() },
      { origin: someId(), rightOrigin: someId() },
      { parent: someId() },
      { parent: someId(), key: this.#random.of(["id", "level", "__proto__", "colspan"]) },
      { parent: fragmentName },
    ]);
    const item = this.#random.of([
      raw.item(1, at, raw.numbers(1 + this.#random.below(9))),
      raw.item(4, at, raw.text("jahat")),
      raw.item(
        6,
        at,
        raw.format(this.#random.of(["bold", "link", "x"]), this.#random.of(["null", "{}", "[]"])),
      ),
      raw.item(7, at, raw.element(this.#random.of(names))),
      raw.item(8, at, raw.any(this.#random.of([1, "x", null, 1e9]))),
      raw.gone(3),
    ]);
    const client = this.#random.of([doc.clientID, this.#random.below(2 ** 32)]);
    const ahead = this.#random.of([0, 0, 0, 7, 1_000_000]);
    const clock = Y.getState(doc.store, client) + ahead;
    return raw.rawUpdate([{ client, clock, structs: [item] }]);
  }

  /** A victim's words or caret, as if they were one's own. */
  #theft(): Uint8Array {
    const { doc, ownUpdates } = this.#random.of(this.#victims);
    const clock = Y.getState(doc.store, doc.clientID);
    const at = { origin: [doc.clientID, Math.max(0, clock - 1)] as const };
    switch (this.#random.below(3)) {
      case 0:
        return this.#presence(doc.clientID);
      case 1:
        return wire.encodeUpdate(
          raw.rawUpdate([
            { client: doc.clientID, clock, structs: [raw.item(4, at, raw.text("palsu"))] },
          ]),
        );
      default:
        return ownUpdates.length > 0
          ? wire.encodeUpdate(this.#random.of(ownUpdates))
          : this.#presence(doc.clientID);
    }
  }

  #presence(client: number): Uint8Array {
    const state = this.#random.of([null, { user: { name: "Camat" } }, { cursor: { anchor: 1 } }]);
    return wire.encodeAwareness([{ client, clock: this.#random.below(99), state }]);
  }

  /** One of its numbers, a client id perhaps, becomes a victim's client id. */
  #renumbered(frame: Uint8Array): Uint8Array {
    const { doc } = this.#random.of(this.#victims);
    const at = this.#random.below(frame.length);
    const rest = frame.subarray(at);
    const end = rest.findIndex((byte) => byte < 0x80) + 1;
    return new Uint8Array([
      ...frame.subarray(0, at),
      ...number(doc.clientID),
      ...rest.subarray(end),
    ]);
  }

  #withHugeNumber(frame: Uint8Array): Uint8Array {
    const at = this.#random.below(frame.length);
    return new Uint8Array([
      ...frame.subarray(0, at),
      ...number(this.#random.of(hugeNumbers)),
      ...frame.subarray(at + 1),
    ]);
  }
}

function number(value: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
}
