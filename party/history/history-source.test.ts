import { expect, test } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { emptyPage, encodeStretch } from "../log/page-codec.ts";
import { LogMemory, MemoryLogStore } from "../testing/memory-log-store.ts";
import { onFreshStorage } from "../testing/room-storage.ts";
import { DerivedState } from "./derived-state.ts";
import { HistorySource, type ReadingProgress } from "./history-source.ts";
import { readPortion } from "./log-portion.ts";
import { readingAt } from "./reading-at.ts";

const pageEntries = 100;

/** A log that somebody writes letter by letter. */
class WrittenLog {
  readonly memory = new LogMemory();
  readonly store = new MemoryLogStore(this.memory, () => 0);
  readonly asked: number[] = [];
  readonly #doc = new Y.Doc();
  readonly #text = new Y.XmlText();
  #place = 0;

  readonly readLog = async (after: number) => {
    this.asked.push(after);
    return this.memory.pages.size === 0 ? null : readPortion(this.store, after);
  };

  write(pages: number): void {
    for (let page = 0; page < pages; page++) {
      const updates: Uint8Array[] = [];
      const keep = (update: Uint8Array) => updates.push(update);
      this.#doc.on("update", keep);
      for (let at = 0; at < pageEntries; at++) this.#edit(at);
      this.#doc.off("update", keep);
      const author = { personId: "participant-a", villageId: "village-a" };
      const entries = updates.map((update) => ({ author, at: 0, update }));
      const { bytes } = encodeStretch(entries, emptyPage);
      const [first, last] = [this.#place + 1, this.#place + updates.length];
      this.memory.pages.set(first, { first, last, at: 0, entries: bytes });
      this.#place = last;
    }
  }

  #edit(at: number): void {
    if (this.#text.doc) return this.#text.insert(this.#text.length, `${at % 10}`);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [this.#text]);
    this.#doc.getXmlFragment(fragmentName).insert(0, [paragraph]);
  }
}

test("[R18] a long record is kept on disk, and a review that begins anew reads only what is new", () =>
  onFreshStorage(async (storage) => {
    const log = new WrittenLog();
    const begin = () =>
      new HistorySource({ state: new DerivedState(storage), readLog: log.readLog });
    log.write(39);
    await begin().replay();
    expect(new DerivedState(storage).read()).toBeNull();
    log.write(3);
    await begin().replay();
    log.asked.length = 0;
    log.write(1);
    const replay = await begin().replay();
    expect(log.asked).toEqual([4200]);
    expect(replay?.last).toBe(4300);
    expect(JSON.stringify(replay && readingAt(replay, 4300))).toContain("0123456789");
  }));

test("[R18] what was kept before a redaction is dropped, and the log is read from its first word", () =>
  onFreshStorage(async (storage) => {
    const log = new WrittenLog();
    const state = new DerivedState(storage);
    const source = new HistorySource({ state, readLog: log.readLog });
    log.write(42);
    await source.replay();
    log.memory.epoch = 2;
    log.asked.length = 0;
    expect((await source.replay())?.last).toBe(4200);
    expect(log.asked).toEqual([4200, 0]);
    expect(state.read()?.epoch).toBe(2);
  }));

test("[R18] a log that fails in between is asked again, from where the last record was whole", () =>
  onFreshStorage(async (storage) => {
    const log = new WrittenLog();
    let works = true;
    const source = new HistorySource({
      state: new DerivedState(storage),
      readLog: (after) => (works ? log.readLog(after) : Promise.reject(new Error("no room"))),
    });
    log.write(1);
    await source.replay();
    works = false;
    await expect(source.replay()).rejects.toThrow("no room");
    works = true;
    expect((await source.replay())?.last).toBe(100);
  }));

test("[R18] what cannot be read on disk is made again", () =>
  onFreshStorage(async (storage) => {
    const log = new WrittenLog();
    const state = new DerivedState(storage);
    log.write(42);
    await new HistorySource({ state, readLog: log.readLog }).replay();
    storage.sql.exec("UPDATE derived SET bytes = substr(bytes, 1, 500)");
    const source = new HistorySource({ state, readLog: log.readLog });
    expect((await source.replay())?.last).toBe(4200);
  }));

test("[R18] the first screen is kept, and shown without a replay while the log has not grown", () =>
  onFreshStorage(async (storage) => {
    const log = new WrittenLog();
    const begin = () =>
      new HistorySource({ state: new DerivedState(storage), readLog: log.readLog });
    expect(await begin().firstScreen()).toBeNull();
    log.write(3);
    const screen = await begin().firstScreen();
    expect(screen).toMatchObject({ head: { last: 300 }, stretches: { next: null } });
    log.asked.length = 0;
    expect(await begin().firstScreen()).toEqual(screen);
    expect(log.asked).toEqual([300]);
    log.write(1);
    expect(await begin().firstScreen()).toMatchObject({ head: { last: 400 } });
    log.memory.epoch = 2;
    log.asked.length = 0;
    expect(await begin().firstScreen()).toMatchObject({ head: { last: 400 } });
    expect(log.asked).toEqual([400, 0]);
    storage.sql.exec("UPDATE screen SET json = json_set(json, '$.version', 1)");
    log.asked.length = 0;
    await begin().firstScreen();
    expect(log.asked).toEqual([0]);
  }));

test("[R18] a long log is read in portions, and says meanwhile how far it is", () =>
  onFreshStorage(async (storage) => {
    const log = new WrittenLog();
    log.write(130);
    const told: (ReadingProgress | null)[] = [];
    const source = new HistorySource({
      state: new DerivedState(storage),
      readLog: (after) => {
        told.push(source.progress);
        return log.readLog(after);
      },
    });
    await source.replay();
    expect(log.asked).toEqual([0, 5000, 10_000]);
    expect(told).toEqual([null, { place: 5000, last: 13_000 }, { place: 10_000, last: 13_000 }]);
    expect(source.progress).toBeNull();
  }));

test("[R18] a log is read out a portion at a time", () => {
  const log = new WrittenLog();
  log.write(3);
  const portion = readPortion(log.store, 150);
  expect(portion.pages.map(({ first }) => first)).toEqual([101, 201]);
  expect(portion).toMatchObject({ epoch: 1, last: 300 });
});

test("[R18] whoever asks while somebody else is answered gets the record too", () =>
  onFreshStorage(async (storage) => {
    const log = new WrittenLog();
    log.write(2);
    const source = new HistorySource({ state: new DerivedState(storage), readLog: log.readLog });
    const answered = new Set<number | undefined>();
    // In every order in which questions and answers can meet.
    const askOften = async (pause: number) => {
      for (let count = 0; count < 20; count++) {
        answered.add((await source.replay())?.last);
        for (let tick = 0; tick < pause; tick++) await Promise.resolve();
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, pause) => askOften(pause)));
    expect([...answered]).toEqual([200]);
  }));
