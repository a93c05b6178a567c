import { expect, test } from "vitest";
import * as Y from "yjs";
import { encodeBatch, type SealedBatch, sealBytes } from "../../party/seals/sealed-batch.ts";
import { SeenBatches } from "./seen-batches.ts";

const nothing = Y.encodeStateVector(new Y.Doc());

function letter(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText().insert(0, "a");
  return Y.encodeStateAsUpdate(doc);
}

function sealed(life: number, lastPlace: number, update: Uint8Array = letter()): Uint8Array {
  const batch: SealedBatch = {
    life,
    lastPlace,
    entries: [{ client: 7, at: life, update }],
  };
  const body = encodeBatch(batch);
  const bytes = new Uint8Array(body.byteLength + sealBytes);
  bytes.set(body);
  return bytes;
}

function durable(life: number, place: number, returned = 0) {
  return { life, place, saved: 0, returned, at: life };
}

function handedBack(seen: SeenBatches, known = nothing): Uint8Array[] {
  const frames: Uint8Array[][] = [];
  seen.handBack(known, (batches) => frames.push(batches));
  return frames.flat();
}

test("[R1] a batch is kept until the room has called its place durable", () => {
  const seen = new SeenBatches();
  seen.hear(durable(1, 0));
  const [first, second] = [sealed(1, 3), sealed(1, 4)];
  seen.keep(first);
  seen.keep(second);
  seen.hear(durable(1, 3));
  expect(seen.all).toEqual([second]);
});

test("a batch that a commit has overtaken is not kept at all", () => {
  const seen = new SeenBatches();
  seen.hear(durable(1, 3));
  seen.keep(sealed(1, 3));
  expect(seen.all).toEqual([]);
});

test("[R1] after a crash what another life passed on goes back, and stays until the room settled it", () => {
  const seen = new SeenBatches();
  const lost = [sealed(1, 3), sealed(1, 4)];
  for (const batch of lost) seen.keep(batch);
  seen.startAnew();
  seen.hear(durable(2, 2));
  expect(handedBack(seen)).toEqual(lost);
  seen.hear(durable(2, 3, 1));
  expect(seen.all).toEqual(lost);
  seen.hear(durable(2, 4, 1));
  expect(seen.all).toEqual([]);
});

test("[R1] handed back again on the next socket, when the last one broke before the room answered", () => {
  const seen = new SeenBatches();
  const lost = sealed(1, 3);
  seen.keep(lost);
  for (let socket = 0; socket < 2; socket++) {
    seen.startAnew();
    seen.hear(durable(2, 2));
    expect(handedBack(seen)).toEqual([lost]);
  }
});

test("what the room has from others already does not go back, and is kept until its next commit", () => {
  const update = letter();
  const seen = new SeenBatches();
  seen.keep(sealed(1, 3, update));
  seen.startAnew();
  seen.hear(durable(2, 2));
  expect(handedBack(seen, Y.encodeStateVectorFromUpdate(update))).toEqual([]);
  expect(seen.all).toHaveLength(1);
  seen.hear(durable(2, 3));
  expect(seen.all).toEqual([]);
});

test("a room that never commits does not fill the device: the oldest go", () => {
  const seen = new SeenBatches();
  for (let place = 1; place <= 30; place++) seen.keep(sealed(1, place, new Uint8Array(100_000)));
  expect(seen.all.length).toBeLessThan(21);
  expect(seen.all.length).toBeGreaterThan(15);
});
