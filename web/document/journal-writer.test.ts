import { expect, test, vi } from "vitest";
import { type JournalStore, JournalWriter } from "./journal-writer.ts";

/** A device whose writes end when the test says so, and which can be full. */
class Device implements JournalStore {
  records = new Map<number, number[]>();
  isFull = false;
  written: { isStrict: boolean; count: number }[] = [];
  hardened = 0;
  #next = 1;
  #gates: (() => void)[] = [];

  async add(updates: Uint8Array[], isStrict: boolean): Promise<number> {
    await new Promise<void>((resolve) => this.#gates.push(resolve));
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    const id = this.#next++;
    this.records.set(
      id,
      updates.map(([byte]) => byte ?? -1),
    );
    this.written.push({ isStrict, count: updates.length });
    return id;
  }

  async remove(ids: readonly number[]): Promise<void> {
    for (const id of ids) this.records.delete(id);
  }

  async harden(): Promise<void> {
    this.hardened++;
  }

  async startWrite(): Promise<void> {
    await vi.waitUntil(() => this.#gates.length > 0);
  }

  /** Lets the write that is under way, or comes next, end. */
  async finishWrite(): Promise<void> {
    await this.startWrite();
    this.#gates.shift()?.();
  }

  get kept(): number[] {
    return [...this.records.values()].flat();
  }
}

const change = (byte: number) => ({ update: Uint8Array.of(byte) });

test("nothing is called durable before its write has ended", async () => {
  const device = new Device();
  const writer = new JournalWriter(device, () => undefined);
  writer.keep(change(1));
  expect(writer.isDurable).toBe(false);
  await device.finishWrite();
  await vi.waitUntil(() => writer.isDurable);
  expect(device.kept).toEqual([1]);
});

test("what is typed during a write goes with the next, in order", async () => {
  const device = new Device();
  const writer = new JournalWriter(device, () => undefined);
  writer.keep(change(1));
  await device.startWrite();
  for (const byte of [2, 3, 4]) writer.keep(change(byte));
  await device.finishWrite();
  await device.finishWrite();
  await vi.waitUntil(() => writer.isDurable);
  expect(device.kept).toEqual([1, 2, 3, 4]);
  expect(device.written.map(({ count }) => count)).toEqual([1, 3]);
});

test("a record goes when the last of its changes is saved, also one still being written", async () => {
  const device = new Device();
  const writer = new JournalWriter(device, () => undefined);
  const changes = [1, 2, 3].map(change);
  for (const each of changes) writer.keep(each);
  await device.startWrite();
  writer.forget(changes.slice(0, 2));
  await device.finishWrite();
  await vi.waitUntil(() => writer.isDurable);
  await vi.waitUntil(() => device.records.size === 1);
  writer.forget(changes.slice(2));
  await vi.waitUntil(() => device.records.size === 0);
});

test("a full device is told, nothing is called durable, and the words are written when there is space", async () => {
  vi.useFakeTimers();
  try {
    const device = new Device();
    device.isFull = true;
    const writer = new JournalWriter(device, () => undefined);
    writer.keep(change(1));
    await device.finishWrite();
    await vi.waitUntil(() => writer.trouble === "full");
    writer.keep(change(2));
    expect(writer.isDurable).toBe(false);
    expect(writer.unwritten).toHaveLength(2);
    device.isFull = false;
    await vi.advanceTimersByTimeAsync(5000);
    await device.finishWrite();
    await vi.waitUntil(() => writer.isDurable);
    expect(writer.trouble).toBeNull();
    expect(device.kept).toEqual([1, 2]);
  } finally {
    vi.useRealTimers();
  }
});

test("when the device lost everything, the unsaved words are written again before newer ones", async () => {
  const device = new Device();
  const writer = new JournalWriter(device, () => undefined);
  writer.keep(change(1));
  await device.finishWrite();
  await vi.waitUntil(() => writer.isDurable);
  device.records.clear();
  writer.writeAgain();
  expect(writer.isDurable).toBe(false);
  writer.keep(change(2));
  await device.finishWrite();
  await vi.waitUntil(() => writer.isDurable);
  expect(device.kept).toEqual([1, 2]);
});

test("without the room writes survive a power cut, and so does what was written just before", async () => {
  const device = new Device();
  const writer = new JournalWriter(device, () => undefined);
  writer.setAlone(false);
  writer.keep(change(1));
  await device.finishWrite();
  await vi.waitUntil(() => writer.isDurable);
  writer.setAlone(true);
  expect(writer.isDurable).toBe(false);
  await vi.waitUntil(() => writer.isDurable);
  expect(device.hardened).toBe(1);
  writer.keep(change(2));
  await device.finishWrite();
  await vi.waitUntil(() => writer.isDurable);
  expect(device.written.map(({ isStrict }) => isStrict)).toEqual([false, true]);
});
